package chat.parley.log.guard;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.Allowed;
import chat.parley.events.Visibility;
import chat.parley.log.EventLog;
import chat.parley.log.Examples;
import chat.parley.log.LogContext;
import chat.parley.privacy.Detail;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What Alice sees of Bob, and whether the two see what they have read. */
class SightsTest {

    private static final Set<Detail> PRESENCE = Set.of(Detail.ONLINE, Detail.LAST_SEEN, Detail.STATUS);

    private final Examples two = Examples.ofTwo();

    private interface Story {
        void tell(EventLog log, Sights sights);
    }

    private static void withLog(Story story) {
        LogContext.runner().run(context -> story.tell(context.getBean(EventLog.class), context.getBean(Sights.class)));
    }

    @Test
    void everythingIsSeenWhereNothingWasChosenAndOnesOwnAlways() {
        withLog((log, sights) -> {
            log.append(List.of(two.bobRegistered()));
            assertThat(hidden(sights)).isEmpty();
            log.append(List.of(two.allowed(1, Allowed.NOBODY, Visibility.NOBODY)));
            assertThat(sights.hidden(Map.of(two.bob(), Set.of(two.bob()))).of(two.bob(), two.bob()))
                    .isEmpty();
        });
    }

    @Test
    void eachDetailIsHiddenByItsOwnChoice() {
        withLog((log, sights) -> {
            log.append(List.of(two.bobRegistered()));
            Allowed all = Allowed.EVERYONE;
            Allowed none = Allowed.NOBODY;
            log.append(List.of(two.allowed(1, all, new Visibility(all, none, all, all, all))));
            assertThat(hidden(sights)).containsExactly(Detail.LAST_SEEN);
            log.append(List.of(two.allowed(2, all, new Visibility(all, all, all, none, all))));
            assertThat(hidden(sights)).containsExactly(Detail.AVATAR);
            log.append(List.of(two.allowed(3, all, new Visibility(all, all, all, all, none))));
            assertThat(hidden(sights)).containsExactly(Detail.ABOUT);
            log.append(List.of(two.allowed(4, all, new Visibility(none, all, all, all, all))));
            assertThat(hidden(sights))
                    .as("who is not seen to be online was not seen last either")
                    .containsExactlyInAnyOrder(Detail.ONLINE, Detail.LAST_SEEN);
        });
    }

    @Test
    void friendsSeeWhatIsShownToFriends() {
        withLog((log, sights) -> {
            Allowed friends = Allowed.FRIENDS;
            log.append(List.of(two.bobRegistered()));
            log.append(List.of(two.started()));
            log.append(List.of(two.allowed(1, friends, new Visibility(friends, friends, friends, friends, friends))));
            assertThat(hidden(sights)).containsExactlyInAnyOrder(Detail.values());
            assertThat(sights.showsReceipts(two.alice(), two.conversation())).isFalse();
            log.append(List.of(two.friendAsked(0)));
            log.append(List.of(two.befriended(1)));
            assertThat(hidden(sights)).isEmpty();
            assertThat(sights.showsReceipts(two.alice(), two.conversation())).isTrue();
        });
    }

    @Test
    void whoLetsNobodyWriteIsSeenAsWhoBlocks() {
        withLog((log, sights) -> {
            Examples others = Examples.ofTwo();
            log.append(List.of(two.bobRegistered()));
            log.append(List.of(two.started()));
            log.append(List.of(two.allowed(1, Allowed.NOBODY, Visibility.EVERYONE)));
            log.append(List.of(others.bobRegistered()));
            log.append(List.of(others.started()));
            log.append(List.of(others.blocked(0)));
            assertThat(hidden(sights)).isEqualTo(PRESENCE);
            assertThat(sights.hiddenFrom(others.alice(), Set.of(others.bob())).of(others.alice(), others.bob()))
                    .isEqualTo(PRESENCE);
            assertThat(sights.showsReceipts(two.bob(), two.conversation())).isFalse();
            assertThat(sights.showsReceipts(others.bob(), others.conversation()))
                    .isFalse();
            log.append(List.of(others.unblocked(1)));
            assertThat(sights.showsReceipts(others.bob(), others.conversation()))
                    .isTrue();
        });
    }

    @Test
    void receiptsAreMutual() {
        withLog((log, sights) -> {
            log.append(List.of(two.bobRegistered()));
            log.append(List.of(two.started()));
            assertThat(sights.showsReceipts(two.alice(), two.conversation())).isTrue();
            Allowed all = Allowed.EVERYONE;
            log.append(List.of(two.allowed(1, all, new Visibility(all, all, Allowed.NOBODY, all, all))));
            assertThat(sights.showsReceipts(two.bob(), two.conversation())).isFalse();
            assertThat(sights.showsReceipts(two.alice(), two.conversation()))
                    .as("of whom Bob does not see it either")
                    .isFalse();
            assertThat(sights.keepReceipts(List.of(two.alice(), two.bob()))).containsExactly(two.bob());
        });
    }

    private Set<Detail> hidden(Sights sights) {
        return sights.hiddenFrom(two.alice(), List.of(two.bob())).of(two.alice(), two.bob());
    }
}
