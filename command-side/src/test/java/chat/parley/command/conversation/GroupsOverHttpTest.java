package chat.parley.command.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.events.ConversationId;
import chat.parley.events.GroupCreated;
import chat.parley.events.GroupDetails;
import chat.parley.events.GroupDetailsChanged;
import chat.parley.events.MemberRemoved;
import chat.parley.events.MembersAdded;
import chat.parley.events.MessagesRead;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.guard.Memberships;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@CommandSideTest
class GroupsOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    @Autowired
    private Memberships memberships;

    @Autowired
    private JdbcClient jdbc;

    private Api api;
    private Person alice;
    private Person bob;
    private Person carol;

    @BeforeEach
    void threePeople() {
        api = new Api(port);
        alice = api.register("alice");
        bob = api.register("bob");
        carol = api.register("carol");
    }

    private Answer create(Person creator, String name, Person... members) {
        String users =
                Stream.of(members).map(member -> "\"" + member.user() + "\"").collect(Collectors.joining(","));
        return api.post(
                "/api/conversations/groups",
                creator.accessToken(),
                "{\"name\":\"%s\",\"members\":[%s]}".formatted(name, users));
    }

    private Answer add(Person asker, String group, String user, String... headers) {
        return api.post(members(group), asker.accessToken(), "{\"users\":[\"%s\"]}".formatted(user), headers);
    }

    private Answer remove(Person asker, String group, String user, String... headers) {
        return api.delete(members(group) + "/" + user, asker.accessToken(), headers);
    }

    private Answer send(Person author, String group) {
        return api.post(
                "/api/conversations/" + group + "/messages",
                author.accessToken(),
                "{\"message\":\"%s\",\"text\":\"hello\"}".formatted(UuidCreator.getTimeOrderedEpoch()));
    }

    private static String members(String group) {
        return "/api/conversations/" + group + "/members";
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
    }

    private String group() {
        return create(alice, "Tea party", bob).text("conversation");
    }

    @Test
    void aGroupIsMadeWithItsNameAndItsMembers() {
        Answer made = create(alice, "  Tea party ", bob, alice, bob);
        assertThat(made.status()).isEqualTo(201);
        ConversationId group = ConversationId.of(made.text("conversation"));
        assertThat(log.at(made.number("position")).orElseThrow().event())
                .isInstanceOfSatisfying(GroupCreated.class, created -> {
                    assertThat(created.content()).isEqualTo(new GroupDetails("Tea party"));
                    assertThat(created.members()).hasSize(2);
                });
        assertThat(memberships.of(group, UserId.of(bob.user())).present()).hasSize(1);
    }

    @Test
    void theSameRequestMakesOneGroup() {
        String[] key = {"Idempotency-Key", UUID.randomUUID().toString()};
        String body = "{\"name\":\"Tea party\",\"members\":[]}";
        Answer first = api.post("/api/conversations/groups", alice.accessToken(), body, key);
        Answer again = api.post("/api/conversations/groups", alice.accessToken(), body, key);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(create(alice, "Tea party").text("conversation")).isNotEqualTo(first.text("conversation"));
    }

    @Test
    void aGroupNeedsANameAndPeopleThereAre() {
        refused(create(alice, " "), 422, "group_name_invalid");
        refused(create(alice, "x".repeat(101)), 422, "group_name_invalid");
        refused(create(alice, "two\\nlines"), 422, "group_name_invalid");
        refused(create(alice, "two\\u2028lines"), 422, "group_name_invalid");
        refused(create(alice, "turned\\u202Earound"), 422, "group_name_invalid");
        refused(
                api.post(
                        "/api/conversations/groups",
                        alice.accessToken(),
                        "{\"name\":\"x\",\"members\":[\"%s\"]}".formatted(UUID.randomUUID())),
                404,
                "user_unknown");
        refused(api.post("/api/conversations/groups", alice.accessToken(), "{\"name\":\"x\"}"), 400, "malformed");
    }

    @Test
    void whoIsAddedMayWriteAndWhoIsRemovedMayNot() {
        String group = group();
        refused(send(carol, group), 404, "conversation_unknown");
        Answer added = add(alice, group, carol.user());
        assertThat(added.status()).isEqualTo(200);
        assertThat(send(carol, group).number("sequence")).isEqualTo(2);
        Answer removed = remove(alice, group, carol.user());
        assertThat(removed.number("position")).isGreaterThan(added.number("position"));
        refused(send(carol, group), 404, "conversation_unknown");
        assertThat(log.at(removed.number("position")).orElseThrow().event()).isInstanceOf(MemberRemoved.class);
    }

    @Test
    void manyAreAddedByOneEventOrNobodyIs() {
        String group = group();
        Person dave = api.register("dave");
        String nobody = UUID.randomUUID().toString();
        refused(add(alice, group, carol.user() + "\",\"" + nobody), 404, "user_unknown");
        refused(send(carol, group), 404, "conversation_unknown");
        Answer added = add(alice, group, carol.user() + "\",\"" + dave.user() + "\",\"" + bob.user());
        assertThat(log.at(added.number("position")).orElseThrow().event())
                .isInstanceOfSatisfying(
                        MembersAdded.class,
                        event -> assertThat(event.members())
                                .containsExactly(UserId.of(carol.user()), UserId.of(dave.user())));
        assertThat(send(carol, group).number("sequence")).isEqualTo(2);
        assertThat(send(dave, group).number("sequence")).isEqualTo(3);
        refused(api.post(members(group), alice.accessToken(), "{\"users\":[]}"), 422, "group_too_large");
    }

    @Test
    void whatIsSoAlreadyIsAnsweredWithThePositionSinceWhenItIs() {
        String group = group();
        Answer added = add(alice, group, carol.user());
        assertThat(add(alice, group, carol.user()).body()).isEqualTo(added.body());
        Answer removed = remove(alice, group, carol.user());
        assertThat(remove(alice, group, carol.user()).body()).isEqualTo(removed.body());
        refused(remove(alice, group, UUID.randomUUID().toString()), 404, "member_unknown");
    }

    @Test
    void whoLeavesIsAnsweredAsTheFirstTimeWhenAskingAgain() {
        String group = group();
        String[] key = {"Idempotency-Key", UUID.randomUUID().toString()};
        Answer left = remove(bob, group, "me", key);
        assertThat(left.status()).isEqualTo(200);
        assertThat(remove(bob, group, "me", key).body()).isEqualTo(left.body());
        refused(remove(bob, group, "me"), 404, "conversation_unknown");
        refused(send(bob, group), 404, "conversation_unknown");
    }

    @Test
    void onlyWhoLeadsAGroupAddsAndRemoves() {
        String group = group();
        refused(add(bob, group, carol.user()), 403, "not_permitted");
        refused(remove(bob, group, alice.user()), 403, "not_permitted");
        refused(add(carol, group, carol.user()), 404, "conversation_unknown");
        refused(add(alice, group, UUID.randomUUID().toString()), 404, "user_unknown");
    }

    private Answer put(Person asker, String group, String what, String body, String... headers) {
        return api.put("/api/conversations/" + group + "/" + what, asker.accessToken(), body, headers);
    }

    @Test
    void rolesAreGivenAndTheGroupHandedOverOnce() {
        String group = group();
        String role = "members/" + bob.user() + "/role";
        refused(put(bob, group, role, "{\"role\":\"admin\"}"), 403, "not_permitted");
        refused(put(carol, group, role, "{\"role\":\"admin\"}"), 404, "conversation_unknown");
        Answer made = put(alice, group, role, "{\"role\":\"admin\"}");
        assertThat(made.status()).as("%s", made.body()).isEqualTo(200);
        assertThat(add(bob, group, carol.user()).status()).isEqualTo(200);
        refused(remove(alice, group, "me"), 409, "last_owner");
        String[] key = {"Idempotency-Key", UUID.randomUUID().toString()};
        String owner = "{\"user\":\"%s\"}".formatted(bob.user());
        Answer over = put(alice, group, "owner", owner, key);
        assertThat(over.status()).isEqualTo(200);
        assertThat(put(alice, group, "owner", owner, key).body()).isEqualTo(over.body());
        refused(put(alice, group, "owner", owner), 403, "not_permitted");
        assertThat(remove(alice, group, "me").status()).isEqualTo(200);
    }

    @Test
    void whoWasErasedIsGivenNoRole() {
        String group = group();
        api.deleteWith("/api/me", bob.accessToken(), "{\"password\":\"%s\"}".formatted(Api.PASSWORD));
        refused(put(alice, group, "owner", "{\"user\":\"%s\"}".formatted(bob.user())), 404, "user_unknown");
    }

    @Test
    void aGroupIsRenamedDescribedAndSet() {
        String group = group();
        refused(put(bob, group, "details", "{\"name\":\"x\"}"), 403, "not_permitted");
        refused(put(alice, group, "details", "{\"name\":\" \"}"), 422, "group_name_invalid");
        Answer named = put(alice, group, "details", "{\"name\":\" Coffee \",\"about\":\" At five.\\nBring cake. \"}");
        assertThat(log.at(named.number("position")).orElseThrow().event())
                .isInstanceOfSatisfying(
                        GroupDetailsChanged.class,
                        changed -> assertThat(changed.content())
                                .isEqualTo(new GroupDetails("Coffee", "At five.\nBring cake.")));
        String settings = "{\"add\":\"member\",\"write\":\"admin\",\"edit\":\"owner\",\"history\":\"start\"}";
        refused(put(bob, group, "settings", settings), 403, "not_permitted");
        assertThat(put(alice, group, "settings", settings).status()).isEqualTo(200);
        refused(send(bob, group), 403, "not_permitted");
        assertThat(add(bob, group, carol.user()).status()).isEqualTo(200);
        assertThat(memberships
                        .of(ConversationId.of(group), UserId.of(carol.user()))
                        .visibleTo(UserId.of(carol.user()))
                        .first())
                .isEqualTo(2);
    }

    @Test
    void aClosedGroupTakesNothingAnyMore() {
        String group = group();
        refused(put(bob, group, "closed", "{}"), 403, "not_permitted");
        Answer closed = put(alice, group, "closed", "{}");
        assertThat(closed.status()).isEqualTo(200);
        assertThat(put(alice, group, "closed", "{}").body()).isEqualTo(closed.body());
        refused(send(alice, group), 409, "group_closed");
        refused(add(alice, group, carol.user()), 409, "group_closed");
        assertThat(remove(alice, group, "me").status()).isEqualTo(200);
    }

    @Test
    void aDirectConversationStaysOneOfTwo() {
        String direct = api.post(
                        "/api/conversations/direct",
                        alice.accessToken(),
                        "{\"username\":\"%s\"}".formatted(bob.username()))
                .text("conversation");
        refused(add(alice, direct, carol.user()), 422, "not_a_group");
        refused(remove(alice, direct, bob.user()), 422, "not_a_group");
        refused(remove(alice, direct, "me"), 422, "not_a_group");
    }

    @Test
    void messagesOfAGroupAreReadByItsMembersOnly() {
        String group = group();
        send(alice, group);
        String cursors = "{\"read\":{\"%s\":1}}".formatted(group);
        assertThat(api.put("/api/cursors", bob.accessToken(), cursors).status()).isEqualTo(200);
        refused(api.put("/api/cursors", carol.accessToken(), cursors), 404, "conversation_unknown");
        remove(bob, group, "me");
        refused(api.put("/api/cursors", bob.accessToken(), cursors), 404, "conversation_unknown");
        assertThat(log.readStream(StreamId.readCursor(ConversationId.of(group), UserId.of(bob.user())), 0, 9))
                .hasSize(1);
    }

    @Test
    void inALargeGroupReadingIsRecordedEveryFiveSecondsAtMostAndReceivingNever() {
        List<UserId> crowd =
                Stream.generate(() -> new UserId(UUID.randomUUID())).limit(49).toList();
        crowd.forEach(each -> jdbc.sql("INSERT INTO log.account (account) VALUES (?)")
                .param(each.value())
                .update());
        String users = Stream.concat(Stream.of(bob.user()), crowd.stream().map(UserId::toString))
                .map(user -> "\"" + user + "\"")
                .collect(Collectors.joining(","));
        String group = api.post(
                        "/api/conversations/groups",
                        alice.accessToken(),
                        "{\"name\":\"Crowd\",\"members\":[%s]}".formatted(users))
                .text("conversation");
        for (int number = 1; number <= 3; number++) {
            send(alice, group);
        }
        moveCursor(group, "received", 1);
        assertThat(cursor(group)).isEmpty();
        moveCursor(group, "read", 1);
        moveCursor(group, "read", 2);
        moveCursor(group, "read", 3);
        await().atMost(Duration.ofSeconds(30)).until(() -> cursor(group).size() == 2);
        StoredEvent first = cursor(group).getFirst();
        StoredEvent second = cursor(group).getLast();
        assertThat(((MessagesRead) first.event()).upTo()).isEqualTo(1);
        assertThat(((MessagesRead) second.event()).upTo()).isEqualTo(3);
        assertThat(Duration.between(
                        first.envelope().recorded(), second.envelope().recorded()))
                .isGreaterThan(Duration.ofMillis(4_900));
    }

    private void moveCursor(String group, String kind, long upTo) {
        String json = "{\"%s\":{\"%s\":%d}}".formatted(kind, group, upTo);
        assertThat(api.put("/api/cursors", bob.accessToken(), json).status()).isEqualTo(200);
    }

    private List<StoredEvent> cursor(String group) {
        return log.readStream(StreamId.readCursor(ConversationId.of(group), UserId.of(bob.user())), 0, 9);
    }
}
