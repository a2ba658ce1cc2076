package chat.parley.membership;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.ConversationId;
import chat.parley.events.Facets;
import chat.parley.events.Joined;
import chat.parley.events.MemberAdded;
import chat.parley.events.MemberLeft;
import chat.parley.events.MemberRole;
import chat.parley.events.SequenceRange;
import chat.parley.events.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class MembershipHistoryTest {

    private static final ConversationId GROUP = new ConversationId(new UUID(7, 1));
    private static final UserId ALICE = new UserId(new UUID(0, 1));
    private static final UserId BOB = new UserId(new UUID(0, 2));
    private static final UserId CAROL = new UserId(new UUID(0, 3));

    private static MembershipHistory added(UserId member, long sequence) {
        return MembershipHistory.told(Facets.of(new MemberAdded(GROUP, member, MemberRole.MEMBER, ALICE, 0)), sequence);
    }

    private static MembershipHistory left(UserId member, long sequence) {
        return MembershipHistory.told(Facets.of(new MemberLeft(GROUP, member)), sequence);
    }

    private static MembershipHistory openedWithHistory(UserId member, long sequence, long visibleFrom) {
        return MembershipHistory.told(
                new Facets(
                        Facets.Audience.MEMBERS,
                        List.of(),
                        null,
                        List.of(new Joined(member, MemberRole.MEMBER, visibleFrom)),
                        List.of(),
                        List.of(),
                        false),
                sequence);
    }

    @Test
    void whoComesIsToldOfTheEventThatLetsThemInAndOfNothingBefore() {
        MembershipHistory stays = added(ALICE, 0).and(added(BOB, 5));
        assertThat(stays.audienceAt(4)).containsExactly(ALICE);
        assertThat(stays.audienceAt(5)).containsExactlyInAnyOrder(ALICE, BOB);
    }

    @Test
    void whoGoesIsToldOfTheEventThatLetsThemOutAndOfNothingAfter() {
        MembershipHistory stays = added(ALICE, 0).and(added(BOB, 5)).and(left(BOB, 9));
        assertThat(stays.audienceAt(9)).containsExactlyInAnyOrder(ALICE, BOB);
        assertThat(stays.audienceAt(10)).containsExactly(ALICE);
        assertThat(stays.present()).containsExactly(ALICE);
    }

    @Test
    void historyBeginsWhereItIsVisibleFromAndTheAudienceWhereTheyJoined() {
        MembershipHistory stays = openedWithHistory(BOB, 5, 2);
        assertThat(stays.audienceAt(3)).isEmpty();
        assertThat(stays.visibleTo(BOB).includes(1)).isFalse();
        assertThat(stays.visibleTo(BOB).includes(2)).isTrue();
    }

    @Test
    void whatIsSaidAboutSomethingIsToldToThoseWhoSeeThatAndWhatIsAboutNothingToAll() {
        MembershipHistory stays =
                added(ALICE, 0).and(openedWithHistory(BOB, 5, 2)).and(left(BOB, 9));
        assertThat(stays.seesWhatIsAbout(1L, ALICE)).isTrue();
        assertThat(stays.seesWhatIsAbout(1L, BOB)).isFalse();
        assertThat(stays.seesWhatIsAbout(2L, BOB)).isTrue();
        assertThat(stays.seesWhatIsAbout(10L, BOB)).isFalse();
        assertThat(stays.seesWhatIsAbout(null, BOB)).isTrue();
    }

    @Test
    void whoCameBackReadsBothTheirStaysAndNotWhatWasBetween() {
        MembershipHistory stays = added(BOB, 2).and(left(BOB, 4)).and(added(BOB, 8));
        assertThat(stays.visibleTo(BOB).ranges())
                .containsExactly(new SequenceRange(2, 4), new SequenceRange(8, Long.MAX_VALUE));
    }

    @Test
    void aFormerMemberReadsNothing() {
        MembershipHistory stays = added(BOB, 2).and(left(BOB, 4));
        assertThat(stays.visibleTo(BOB).nothing()).isTrue();
        assertThat(stays.visibleTo(CAROL).nothing()).isTrue();
    }

    @Test
    void whoLeftMeanwhileMissedWhatCameUpToTheEventThatLetThemOut() {
        MembershipHistory stays = added(BOB, 2).and(left(BOB, 9));
        assertThat(stays.missedBy(BOB, 5).ranges()).containsExactly(new SequenceRange(5, 9));
        assertThat(stays.missedBy(BOB, 9).ranges()).containsExactly(new SequenceRange(9, 9));
        assertThat(stays.missedBy(BOB, 10).nothing()).isTrue();
    }

    @Test
    void whoCameMeanwhileMissedAllTheyMayReadAlsoOfTheTimeBefore() {
        assertThat(added(BOB, 7).missedBy(BOB, 5).first()).isEqualTo(7);
        assertThat(openedWithHistory(BOB, 7, 1).missedBy(BOB, 5).first()).isEqualTo(1);
        assertThat(openedWithHistory(BOB, 7, 1).missedBy(BOB, 8).first()).isEqualTo(8);
    }

    @Test
    void anEventThatLetsSomeoneOutAndInAgainClosesOnlyTheStayBefore() {
        MembershipHistory stays = added(BOB, 2).and(left(BOB, 6)).and(added(BOB, 6));
        assertThat(stays.all().stream().map(MembershipPeriod::left).toList()).containsExactly(6L, null);
        assertThat(stays.present()).containsExactly(BOB);
    }

    /** Someone comes or goes by the event whose sequence is its place in the list. */
    private record Change(UserId member, boolean comes) {

        MembershipHistory at(long sequence) {
            return comes ? added(member, sequence) : left(member, sequence);
        }
    }

    @RepeatedTest(50)
    void factsThatComeInAnyOrderAndAnyNumberOfTimesAnswerAlike() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Change> history = someHistory(random);
        List<MembershipHistory> facts = IntStream.range(0, history.size())
                .mapToObj(sequence -> history.get(sequence).at(sequence))
                .toList();
        MembershipHistory inOrder = merged(facts);

        List<MembershipHistory> shuffled = new ArrayList<>(facts);
        facts.stream().filter(_ -> random.nextBoolean()).forEach(shuffled::add);
        // a reading of the guard table, made at some moment: everything up to some event, as stays
        shuffled.add(MembershipHistory.of(
                merged(facts.subList(0, random.nextInt(facts.size() + 1))).all()));
        Collections.shuffle(shuffled, random);
        int middle = random.nextInt(shuffled.size());
        MembershipHistory one = merged(shuffled.subList(0, middle));
        MembershipHistory other = merged(shuffled.subList(middle, shuffled.size()));

        assertThat(one.and(other)).as("seed %d", seed).isEqualTo(inOrder);
        assertThat(other.and(one).all()).as("seed %d", seed).isEqualTo(inOrder.all());
        for (int sequence = 0; sequence < history.size(); sequence++) {
            assertThat(one.and(other).audienceAt(sequence))
                    .as("seed %d, sequence %d", seed, sequence)
                    .isEqualTo(told(history, sequence));
        }
    }

    private static MembershipHistory merged(List<MembershipHistory> facts) {
        return facts.stream().reduce(MembershipHistory.NONE, MembershipHistory::and);
    }

    private static List<Change> someHistory(Random random) {
        List<UserId> people = List.of(ALICE, BOB, CAROL);
        Set<UserId> present = new HashSet<>();
        List<Change> history = new ArrayList<>();
        for (int sequence = 0; sequence < 30; sequence++) {
            UserId someone = people.get(random.nextInt(people.size()));
            boolean comes = present.add(someone);
            if (!comes) {
                present.remove(someone);
            }
            history.add(new Change(someone, comes));
        }
        return history;
    }

    /** Those present before the event and those present behind it. */
    private static Set<UserId> told(List<Change> history, int sequence) {
        Set<UserId> told = new HashSet<>(presentBehind(history, sequence - 1));
        told.addAll(presentBehind(history, sequence));
        return told;
    }

    private static Set<UserId> presentBehind(List<Change> history, int sequence) {
        Set<UserId> present = new HashSet<>();
        for (Change change : history.subList(0, sequence + 1)) {
            if (change.comes()) {
                present.add(change.member());
            } else {
                present.remove(change.member());
            }
        }
        return present;
    }
}
