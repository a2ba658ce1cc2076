package chat.parley.query;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.Caller;
import chat.parley.access.ServiceCaller;
import chat.parley.contracts.FeedPage;
import chat.parley.contracts.FeedRequest;
import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.events.GroupClosed;
import chat.parley.events.GroupDetails;
import chat.parley.events.GroupDetailsChanged;
import chat.parley.events.GroupHistory;
import chat.parley.events.GroupMember;
import chat.parley.events.GroupPictureChanged;
import chat.parley.events.GroupSettings;
import chat.parley.events.GroupSettingsChanged;
import chat.parley.events.MemberAdded;
import chat.parley.events.MemberRole;
import chat.parley.events.RolesChanged;
import chat.parley.events.SessionId;
import chat.parley.events.StreamId;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.query.feed.Feed;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever comes to a group later, or goes, sees what happened while they were in it, by whatever way they ask. */
class GroupsTest {

    private final UserId alice = World.someone();
    private final UserId bob = World.someone();
    private final UserId carol = World.someone();
    private final ConversationId group = World.group("Tea party", alice, bob);
    private final String path = "/api/conversations/" + group;

    private static FeedPage missing(UserId user, long held) {
        List<Envelope> items = new ArrayList<>();
        ServiceCaller caller = new ServiceCaller(new Caller(user, new SessionId(UUID.randomUUID())));
        FeedPage page = QueryService.bean(Feed.class).page(caller, new FeedRequest(List.of(held), null, 2));
        items.addAll(page.items());
        while (page.page() != null) {
            page = QueryService.bean(Feed.class).page(caller, new FeedRequest(List.of(held), page.page(), 2));
            items.addAll(page.items());
        }
        return new FeedPage(page.head(), page.reset(), items, null);
    }

    private List<Long> sequences(UserId user, long held) {
        return missing(user, held).items().stream()
                .filter(item -> item.stream().equals(StreamId.conversation(group)))
                .map(Envelope::sequence)
                .toList();
    }

    private static long head() {
        return QueryService.bean(EventLog.class).head();
    }

    private void threeMessagesAndCarolAfterTheSecond() {
        World.say(group, alice, 1, 1, "one").show();
        World.say(group, bob, 2, 2, "two").show();
        World.add(group, carol, 3, 2).show();
        World.say(group, alice, 4, 3, "three").show();
    }

    @Test
    void aGroupIsListedByItsNameWithThoseWhoAreInItNow() {
        World.add(group, carol, 1, 0).show();
        World.remove(group, bob, 2).show();
        JsonNode seen = Http.get(alice, "/api/conversations").items().get(0);
        assertThat(seen.get("kind").asString()).isEqualTo("group");
        assertThat(seen.get("name").asString()).isEqualTo("Tea party");
        assertThat(seen.get("lastSequence").asLong()).isEqualTo(2);
        assertThat(seen.get("members")
                        .valueStream()
                        .map(member -> member.get("user").asString()))
                .containsExactlyInAnyOrder(alice.toString(), carol.toString());
        assertThat(seen.get("watermarks")
                        .valueStream()
                        .map(each -> each.get("member").asString()))
                .containsExactlyInAnyOrder(alice.toString(), carol.toString());
    }

    @Test
    void aGroupNamesThoseWhoLeadIt() {
        JsonNode roles = Http.get(bob, path).json().get("roles");
        assertThat(roles).hasSize(1);
        assertThat(roles.get(0).get("member").asString()).isEqualTo(alice.toString());
        assertThat(roles.get(0).get("role").asString()).isEqualTo("owner");
        World.chat(alice, bob, 1);
        assertThat(Http.get(bob, "/api/conversations/" + World.between(alice, bob))
                        .json()
                        .has("roles"))
                .isFalse();
    }

    @Test
    void aGroupIsSeenAsItWasChangedLast() {
        JsonNode before = Http.get(bob, path).json();
        assertThat(before.get("settings").get("add").asString()).isEqualTo("admin");
        assertThat(before.get("settings").get("history").asString()).isEqualTo("joining");
        assertThat(before.has("about")).isFalse();
        assertThat(before.has("closed")).isFalse();
        assertThat(before.has("picture")).isFalse();
        GroupSettings settings =
                new GroupSettings(MemberRole.MEMBER, MemberRole.ADMIN, MemberRole.OWNER, GroupHistory.START);
        World.happen(1, new GroupDetailsChanged(group, alice, new GroupDetails("Cocoa")))
                .show();
        World.happen(2, new GroupDetailsChanged(group, alice, new GroupDetails("Coffee", "At five")))
                .show();
        World.happen(3, new GroupSettingsChanged(group, settings, alice)).show();
        UploadId picture = new UploadId(UUID.randomUUID());
        World.happen(4, new GroupPictureChanged(group, alice, picture)).show();
        World.happen(5, new GroupClosed(group, alice)).show();
        JsonNode seen = Http.get(bob, "/api/conversations").items().get(0);
        assertThat(seen.get("name").asString()).isEqualTo("Coffee");
        assertThat(seen.get("about").asString()).isEqualTo("At five");
        assertThat(seen.get("picture").asString()).isEqualTo(picture.toString());
        assertThat(seen.get("settings").get("write").asString()).isEqualTo("admin");
        assertThat(seen.get("closed").asBoolean()).isTrue();
        World.chat(alice, bob, 1);
        assertThat(Http.get(bob, "/api/conversations/" + World.between(alice, bob))
                        .json()
                        .has("settings"))
                .isFalse();
    }

    @Test
    void anotherRoleChangesNothingOfWhatSomeoneReadsAndWhereTheirConversationStands() {
        long held = head();
        World.say(group, alice, 1, 1, "one").show();
        ConversationId later = World.group("Later", alice, bob);
        World.happen(
                        2,
                        new RolesChanged(
                                group,
                                List.of(
                                        new GroupMember(bob, MemberRole.OWNER),
                                        new GroupMember(alice, MemberRole.ADMIN)),
                                alice))
                .show();
        World.say(group, bob, 3, 2, "two").show();
        World.say(later, bob, 1, 1, "three").show();
        World.happen(4, new RolesChanged(group, List.of(new GroupMember(alice, MemberRole.MEMBER)), bob))
                .show();
        JsonNode list = Http.get(alice, "/api/conversations").items();
        assertThat(list.get(0).get("name").asString()).isEqualTo("Later");
        assertThat(list.get(1).get("unread").asLong()).isEqualTo(1);
        assertThat(list.get(1).has("former")).isFalse();
        assertThat(list.get(1).get("roles")).hasSize(1);
        assertThat(Http.get(alice, path + "/messages").items()).hasSize(2);
        assertThat(sequences(alice, held)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void whoIsAddedToAGroupThatShowsItsHistoryReadsItAndNothingBefore() {
        long held = head();
        World.say(group, alice, 1, 1, "one").show();
        World.happen(
                        2,
                        new GroupSettingsChanged(
                                group,
                                new GroupSettings(
                                        MemberRole.ADMIN, MemberRole.MEMBER, MemberRole.ADMIN, GroupHistory.START),
                                alice))
                .show();
        World.say(group, bob, 3, 2, "two").show();
        World.happen(4, new MemberAdded(group, carol, MemberRole.MEMBER, alice, 2, 2L, null))
                .show();
        World.say(group, alice, 5, 3, "three").show();
        assertThat(Http.get(carol, path + "/messages")
                        .items()
                        .valueStream()
                        .map(message -> message.get("text").asString()))
                .containsExactlyInAnyOrder("two", "three");
        assertThat(Http.get(carol, path).json().get("unread").asLong()).isEqualTo(1);
        assertThat(Http.get(carol, path + "/events?from=0&to=9").items()).hasSize(4);
        assertThat(sequences(carol, held)).containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    void whoLeftIsNamedToThoseWhoCanReadWhatTheySaid() {
        World.register(bob, "bob" + bob.value().hashCode(), "Bob").show();
        World.say(group, bob, 1, 1, "one").show();
        World.remove(group, bob, 2).show();
        World.add(group, carol, 3, 1).show();
        JsonNode former = Http.get(alice, path).json().get("former");
        assertThat(former).hasSize(1);
        assertThat(former.get(0).get("user").asString()).isEqualTo(bob.toString());
        assertThat(former.get(0).get("displayName").asString()).isEqualTo("Bob");
        assertThat(Http.get(carol, path).json().has("former")).isFalse();
    }

    @Test
    void nothingFromBeforeSomeoneCameWaitsForThem() {
        threeMessagesAndCarolAfterTheSecond();
        JsonNode ofCarol = Http.get(alice, path)
                .json()
                .get("watermarks")
                .valueStream()
                .filter(each -> each.get("member").asString().equals(carol.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(ofCarol.get("readUpTo").asLong()).isEqualTo(2);
        assertThat(ofCarol.get("deliveredUpTo").asLong()).isEqualTo(2);
    }

    @Test
    void whoCameLaterSeesNothingOfTheTimeBefore() {
        threeMessagesAndCarolAfterTheSecond();
        assertThat(Http.get(carol, path + "/messages").of("text")).containsExactly("three");
        assertThat(Http.get(carol, path + "/messages?limit=1").atEnd()).isTrue();
        assertThat(Http.get(carol, path + "/messages?after=0").of("text")).containsExactly("three");
        assertThat(Http.get(carol, path + "/messages?after=0&limit=1").of("text"))
                .containsExactly("three");
        assertThat(Http.get(carol, path + "/events?from=0&to=9").numbers("sequence"))
                .containsExactly(3L, 4L);
        Http.get(carol, path + "/messages/2/receipts").refused(404, "message_unknown");
        JsonNode seen = Http.get(carol, path).json();
        assertThat(seen.get("unread").asLong()).isEqualTo(1);
        assertThat(seen.get("lastMessage").get("text").asString()).isEqualTo("three");
    }

    private List<Long> notices(UserId user, String query) {
        JsonNode notices = Http.get(user, path + "/messages" + query).json().get("notices");
        return notices == null
                ? List.of()
                : notices.valueStream()
                        .map(each -> each.get("sequence").asLong())
                        .toList();
    }

    @Test
    void whatHappenedComesWithTheMessagesItHappenedBehind() {
        threeMessagesAndCarolAfterTheSecond();
        World.remove(group, bob, 5).show();
        World.say(group, alice, 6, 4, "four").show();
        World.add(group, bob, 7, 4).show();
        assertThat(notices(alice, "")).containsExactly(0L, 3L, 5L, 7L);
        assertThat(notices(alice, "?limit=1")).containsExactly(7L);
        assertThat(notices(alice, "?before=4&limit=2")).containsExactly(3L, 5L);
        assertThat(notices(alice, "?before=2")).containsExactly(0L);
        assertThat(notices(alice, "?after=0&limit=2")).containsExactly(0L, 3L);
        assertThat(notices(alice, "?after=3")).containsExactly(7L);
        assertThat(notices(carol, "")).containsExactly(3L, 5L, 7L);
        assertThat(notices(bob, "")).containsExactly(0L, 3L, 5L, 7L);
    }

    @Test
    void whatHappenedBeforeAnythingWasSaidIsThereToo() {
        World.add(group, carol, 1, 0).show();
        assertThat(notices(alice, "")).containsExactly(0L, 1L);
        assertThat(notices(carol, "?before=1")).containsExactly(1L);
    }

    @Test
    void whoJustCameIsNotShownWhatWasSaidLast() {
        World.say(group, alice, 1, 1, "one").show();
        World.add(group, carol, 2, 1).show();
        JsonNode seen = Http.get(carol, "/api/conversations").items().get(0);
        assertThat(seen.get("lastMessage").isNull()).isTrue();
        assertThat(seen.get("unread").asLong()).isZero();
    }

    @Test
    void receiptsOfAMessageAreOfThoseWhoWereToldOfItAndAreHere() {
        threeMessagesAndCarolAfterTheSecond();
        assertThat(receivers(1)).containsExactly(bob.toString());
        assertThat(receivers(3)).containsExactlyInAnyOrder(bob.toString(), carol.toString());
        World.remove(group, bob, 5).show();
        assertThat(receivers(1)).isEmpty();
        assertThat(receivers(3)).containsExactly(carol.toString());
    }

    private List<String> receivers(long number) {
        return Http.get(alice, path + "/messages/" + number + "/receipts")
                .json()
                .get("receipts")
                .valueStream()
                .map(receipt -> receipt.get("member").asString())
                .toList();
    }

    @Test
    void whoLeftSeesNothingAnyMoreAndHasItNotInTheirList() {
        World.say(group, alice, 1, 1, "one").show();
        World.remove(group, bob, 2).show();
        for (String query : List.of("", "/messages", "/messages/1/receipts", "/events?from=0&to=9")) {
            Http.get(bob, path + query).refused(404, "conversation_unknown");
        }
        assertThat(Http.get(bob, "/api/conversations").items()).isEmpty();
    }

    @Test
    void whoCameBackSeesBothTheirStays() {
        World.say(group, alice, 1, 1, "first stay").show();
        World.remove(group, bob, 2).show();
        World.say(group, alice, 3, 2, "between").show();
        World.add(group, bob, 4, 2).show();
        World.say(group, alice, 5, 3, "second stay").show();
        assertThat(Http.get(bob, path + "/messages").of("text")).containsExactly("second stay", "first stay");
        assertThat(Http.get(bob, path + "/events?from=0&to=9").numbers("sequence"))
                .containsExactly(0L, 1L, 2L, 4L, 5L);
    }

    @Test
    void whoCameWhileTheyWereAwayIsToldFromThereOn() {
        long held = head();
        threeMessagesAndCarolAfterTheSecond();
        assertThat(sequences(carol, held)).containsExactly(3L, 4L);
        assertThat(sequences(alice, held)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void whoWasRemovedWhileTheyWereAwayIsToldUpToThatAndOnlyOnce() {
        long held = head();
        World.say(group, alice, 1, 1, "with bob");
        long removed = World.remove(group, bob, 2).position();
        World.say(group, alice, 3, 2, "without bob");
        assertThat(sequences(bob, held)).containsExactly(1L, 2L);
        assertThat(sequences(bob, removed)).isEmpty();
    }

    @Test
    void whoCameAndWentAndCameWhileTheyWereAwayIsToldOfTheirStays() {
        long held = head();
        World.remove(group, bob, 1);
        World.say(group, alice, 2, 1, "between");
        World.add(group, bob, 3, 1);
        World.say(group, alice, 4, 2, "again");
        World.remove(group, bob, 5);
        World.say(group, alice, 6, 3, "after");
        assertThat(sequences(bob, held)).containsExactly(1L, 3L, 4L, 5L);
    }

    @Test
    void receiptsAreToldToThoseWhoAreMembersNow() {
        World.say(group, alice, 1, 1, "one");
        long held = head();
        World.read(group, alice, 0, 1);
        World.remove(group, bob, 2);
        World.add(group, carol, 3, 1);
        assertThat(missing(bob, held).items())
                .noneMatch(item -> item.stream().equals(StreamId.readCursor(group, alice)));
        assertThat(missing(carol, held).items())
                .anyMatch(item -> item.stream().equals(StreamId.readCursor(group, alice)));
    }

    @Test
    void ofAnUndisclosedReadingOnlyTheReaderIsTold() {
        World.say(group, alice, 1, 1, "one").show();
        World.say(group, alice, 2, 2, "two").show();
        long held = head();
        World.readUndisclosed(group, bob, 0, 2).show();
        StreamId cursor = StreamId.readCursor(group, bob);
        assertThat(missing(alice, held).items()).noneMatch(item -> item.stream().equals(cursor));
        assertThat(missing(bob, held).items()).anyMatch(item -> item.stream().equals(cursor));
        assertThat(Http.get(bob, path).json().get("unread").asLong()).isZero();
        assertThat(Http.get(alice, path)
                        .json()
                        .get("watermarks")
                        .valueStream()
                        .filter(each -> each.get("member").asString().equals(bob.toString()))
                        .map(each -> each.get("readUpTo").asLong()))
                .containsExactly(0L);
    }

    @Test
    void inALargeGroupOnlyOnesOwnReceiptsAreShown() {
        UserId[] many = Stream.generate(World::someone).limit(50).toArray(UserId[]::new);
        ConversationId large = World.group("Crowd", alice, many);
        World.say(large, alice, 1, 1, "one").show();
        long held = head();
        World.read(large, many[0], 0, 1).show();
        StreamId cursor = StreamId.readCursor(large, many[0]);
        assertThat(missing(alice, held).items()).noneMatch(item -> item.stream().equals(cursor));
        assertThat(missing(many[0], held).items())
                .anyMatch(item -> item.stream().equals(cursor));
        JsonNode seen = Http.get(alice, "/api/conversations/" + large).json();
        assertThat(seen.get("watermarks")
                        .valueStream()
                        .map(each -> each.get("member").asString()))
                .containsExactly(alice.toString());
        assertThat(seen.get("members")).hasSize(51);
    }

    @Test
    void aListIsOrderedByWhatWasSaidLastAndNotByWhoCame() {
        ConversationId other = World.group("Other", alice);
        World.say(group, alice, 1, 1, "later").show();
        World.add(other, carol, 1, 0).show();
        assertThat(Http.get(alice, "/api/conversations").of("conversation"))
                .containsExactly(group.toString(), other.toString());
    }
}
