package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people show of themselves reaches those to whom they show it, on every path, and who accepts nobody cannot be told from who blocks. */
class WhoSeesWhatTest {

    private final Person alice = Person.register(World.shared(), "alice");
    private final Person bob = Person.register(World.shared(), "bob");
    private final String conversation = alice.conversationWith(bob);

    @Test
    void presenceAndTypingAndWhatIsSaidAboutOneselfAreSeenByThoseToWhomTheyAreShown() {
        try (Device atAlice = alice.connect();
                Device atBob = bob.connect()) {
            atAlice.awaitPresence(bob, true);
            change(bob, "profile", Map.of("username", bob.username(), "displayName", "Bob", "about", "Reads much"));
            await().untilAsserted(() ->
                    assertThat(profile(bob).get("about").asString()).isEqualTo("Reads much"));

            show(bob, Map.of("online", "friends", "about", "friends"));
            atAlice.awaitPresence(bob, false);
            assertThat(profile(bob).get("online").asBoolean()).isFalse();
            assertThat(profile(bob).get("about").isNull()).isTrue();
            assertThat(member(alice, bob).get("online").asBoolean()).isFalse();
            atBob.write("typing", Map.of("conversation", conversation, "on", true));
            change(bob, "profile", Map.of("username", bob.username(), "displayName", "Bobby", "about", "Secret"));
            JsonNode renamed = atAlice.await(
                    "event",
                    frame -> "account.profile-changed.v1"
                                    .equals(frame.path("name").asString(""))
                            && frame.toString().contains("Bobby"));
            assertThat(renamed.get("data").get("content").get("about").isNull()).isTrue();
            atAlice.ask(Map.of("type", "ping")).join();
            assertThat(atAlice.toldTyping(conversation)).isFalse();

            befriend();
            atAlice.awaitPresence(bob, true);
            await().untilAsserted(() ->
                    assertThat(profile(bob).get("about").asString()).isEqualTo("Secret"));
        }
    }

    @Test
    void whatWasMissedIsToldAsItMayBeSeen() {
        String before;
        try (Device atAlice = alice.connect()) {
            before = atAlice.cursor();
        }
        show(bob, Map.of("about", "nobody"));
        change(bob, "profile", Map.of("username", bob.username(), "displayName", "Bobby", "about", "Secret"));
        try (Device atAlice = Device.connect(alice, before)) {
            JsonNode renamed = atAlice.await("event", frame -> frame.toString().contains("Bobby"));
            assertThat(renamed.get("data").get("content").get("about").isNull()).isTrue();
        }
    }

    @Test
    void whoKeepsWhatTheyReadNeitherShowsItNorSeesItAndALaterChangeRevealsNothing() {
        try (Device atAlice = alice.connect();
                Device atBob = bob.connect();
                Device other = bob.signInAgain().connect()) {
            atBob.say(conversation, "one");
            atAlice.awaitTexts(conversation, 1);
            show(bob, Map.of("receipts", "nobody"));
            atAlice.markRead(conversation, 1);
            long read = atAlice.awaitReceipt(conversation, alice, "read", 1)
                    .get("position")
                    .asLong();
            show(bob, Map.of());
            assertThat(receipts(bob, 1, read).get(0).get("readAt").isNull())
                    .as("of whom Bob kept his own from")
                    .isTrue();

            atAlice.say(conversation, "two");
            long position = atAlice.say(conversation, "three").get("position").asLong();
            show(bob, Map.of("receipts", "nobody"));
            atBob.awaitTexts(conversation, 3);
            atBob.markRead(conversation, 2);
            other.awaitReceipt(conversation, bob, "read", 2);
            show(bob, Map.of());
            JsonNode times = receipts(alice, 2, position).get(0);
            assertThat(times.get("readAt").isNull()).isTrue();
            assertThat(times.get("deliveredAt").isNull()).isTrue();
            assertThat(atAlice.toldReceipt(conversation, bob, "read")).isFalse();
            assertThat(atBob.toldReceipt(conversation, alice, "read")).isFalse();

            atBob.markRead(conversation, 3);
            atAlice.awaitReceipt(conversation, bob, "read", 3);
        }
    }

    @Test
    void inAGroupWhoKeepsTheirsSeesNoneOfOthers() {
        Person carol = Person.register(World.shared(), "carol");
        String group = alice.groupWith("Readers", bob, carol);
        show(bob, Map.of("receipts", "friends"));
        try (Device atAlice = alice.connect();
                Device atBob = bob.connect();
                Device atCarol = carol.connect()) {
            atAlice.say(group, "one");
            atBob.awaitTexts(group, 1);
            atCarol.awaitTexts(group, 1);
            atBob.markRead(group, 1);
            atBob.awaitReceipt(group, bob, "read", 1);
            atCarol.markRead(group, 1);
            long position = atAlice.awaitReceipt(group, carol, "read", 1)
                    .get("position")
                    .asLong();
            atBob.ask(Map.of("type", "ping")).join();
            assertThat(atBob.toldReceipt(group, carol, "read")).isFalse();
            assertThat(atAlice.toldReceipt(group, bob, "read")).isFalse();
            assertThat(watermarks(bob, group, position)).isEqualTo(1);
            assertThat(watermarks(alice, group, position)).isEqualTo(3);
        }
    }

    @Test
    void whoAcceptsNobodyCannotBeToldFromWhoBlocks() {
        Map<String, String> blocked = whatIsMetBy(bob -> World.shared()
                .exchange(bob.token(), "PUT", "/api/me/blocks/" + alice.user(), null)
                .expect(200));
        Person other = Person.register(World.shared(), "bob");
        Map<String, String> unaccepted = whatIsMetBy(
                person -> change(person, "privacy", Map.of("findable", "by_name", "writes", "nobody")), other);
        assertThat(unaccepted).isEqualTo(blocked);
        assertThat(blocked).hasSizeGreaterThan(10).containsEntry("send", "not_accepted");
    }

    private interface Turning {
        void away(Person person);
    }

    private Map<String, String> whatIsMetBy(Turning turning) {
        return whatIsMetBy(turning, bob);
    }

    /** Everything that Alice can do with somebody who turns away from her, and what she is answered and told. */
    private Map<String, String> whatIsMetBy(Turning turning, Person person) {
        String talk = alice.conversationWith(person);
        String group = alice.groupWith("Two", Person.register(World.shared(), "dora"));
        Map<String, String> met = new HashMap<>();
        try (Device atAlice = alice.connect();
                Device theirs = person.connect()) {
            String message = UuidCreator.getTimeOrderedEpoch().toString();
            theirs.say(talk, "hello");
            long sequence = atAlice.say(talk, message, "before").get("sequence").asLong();
            theirs.awaitTexts(talk, 2);
            atAlice.awaitPresence(person, true);
            turning.away(person);
            atAlice.awaitPresence(person, false);
            long framesBefore = framesOf(atAlice, person, talk).size();

            String at = "/api/conversations/" + talk + "/messages/";
            met.put("send", atAlice.say(talk, "after").path("code").asString());
            met.put("send again", atAlice.say(talk, "after").path("code").asString());
            met.put("send over http", answer("POST", at.substring(0, at.length() - 1), said("after"), person, talk));
            met.put(
                    "react",
                    answer("PUT", at + message + "/reactions/%F0%9F%91%8D?sequence=" + sequence, null, person, talk));
            met.put(
                    "edit",
                    answer(
                            "PUT",
                            at + message + "/text?sequence=" + sequence,
                            Map.of("text", "other", "replaces", sequence),
                            person,
                            talk));
            met.put("pin", answer("PUT", at + message + "/pin?sequence=" + sequence, null, person, talk));
            met.put(
                    "start",
                    answer("POST", "/api/conversations/direct", Map.of("username", person.username()), person, talk));
            met.put("ask", answer("PUT", "/api/me/friend-requests/" + person.user(), Map.of(), person, talk));
            met.put(
                    "group",
                    answer(
                            "POST",
                            "/api/conversations/groups",
                            Map.of("name", "g", "members", List.of(person.user())),
                            person,
                            talk));
            met.put(
                    "add",
                    answer(
                            "POST",
                            "/api/conversations/" + group + "/members",
                            Map.of("user", person.user()),
                            person,
                            talk));
            met.put("profile", answer("GET", "/api/users/" + person.username(), null, person, talk));
            met.put("search", answer("GET", "/api/users?query=" + person.username(), null, person, talk));
            met.put("friends", answer("GET", "/api/me/friends", null, person, talk));
            theirs.write("typing", Map.of("conversation", talk, "on", true));
            theirs.markRead(talk, 2);
            theirs.awaitReceipt(talk, person, "read", 2);
            change(person, "status", Map.of("line", "Away"));
            met.put("status", answer("GET", "/api/users/" + person.username(), null, person, talk));
            met.put("receipts", answer("GET", at + "2/receipts", null, person, talk));
            JsonNode shown = conversation(alice, talk, 0);
            for (String part : List.of("members", "watermarks")) {
                met.put(part, inAnyOrder(shown.get(part), person, talk));
            }
            met.put("read", shown.get("readUpTo") + " of " + shown.get("lastNumber"));
            atAlice.ask(Map.of("type", "ping")).join();
            met.put(
                    "frames",
                    framesOf(atAlice, person, talk).stream()
                            .skip(framesBefore)
                            .toList()
                            .toString());
        }
        return met;
    }

    private static List<String> framesOf(Device device, Person person, String talk) {
        return Stream.of("event", "receipt", "typing", "presence")
                .flatMap(type -> device.told(type).stream())
                .map(JsonNode::toString)
                .filter(frame -> frame.contains(person.user()) || frame.contains(talk))
                .map(frame -> withoutNames(frame, person, talk))
                .toList();
    }

    private String answer(String method, String path, @Nullable Object body, Person person, String talk) {
        Http.Answer answer = World.shared()
                .exchange(alice.token(), method, path, body == null ? null : Http.JSON.writeValueAsString(body));
        return answer.status() + " " + withoutNames(answer.body().toString(), person, talk);
    }

    /** The same for two whose names, ids and times differ. */
    private static String withoutNames(String text, Person person, String talk) {
        return text.replace(person.user(), "PERSON")
                .replace(person.username(), "NAME")
                .replace(talk, "TALK")
                .replaceAll("\"/api[^\"]*\"", "\"PATH\"")
                .replaceAll("\"[0-9a-f]{8}-[0-9a-f-]{27}\"", "\"ID\"")
                .replaceAll("\"\\d{4}-\\d\\d-\\d\\dT[^\"]*\"", "\"TIME\"")
                .replaceAll("\"(position|asOf)\":\\d+", "\"$1\":0")
                .replaceAll("\"(cursor|requestId)\":\"[^\"]*\"", "\"$1\":\"\"");
    }

    /** Whose ids are drawn by lot. */
    private static String inAnyOrder(JsonNode items, Person person, String talk) {
        return items.valueStream()
                .map(item -> withoutNames(item.toString(), person, talk))
                .sorted()
                .toList()
                .toString();
    }

    private static Map<String, Object> said(String text) {
        return Map.of("message", UuidCreator.getTimeOrderedEpoch().toString(), "text", text);
    }

    private void befriend() {
        World.shared()
                .put(alice.token(), "/api/me/friend-requests/" + bob.user(), Map.of())
                .expect(200);
        World.shared()
                .exchange(bob.token(), "PUT", "/api/me/friends/" + alice.user(), null)
                .expect(200);
    }

    /** Everything to everyone but what is named. */
    private static void show(Person person, Map<String, String> less) {
        Map<String, String> visibility = new HashMap<>();
        new ArrayList<>(List.of("online", "lastSeen", "receipts", "avatar", "about"))
                .forEach(part -> visibility.put(part, less.getOrDefault(part, "everyone")));
        change(person, "privacy", Map.of("findable", "by_name", "visibility", visibility));
    }

    private static void change(Person person, String what, Map<String, ?> body) {
        World.shared().put(person.token(), "/api/me/" + what, body).expect(200);
    }

    private JsonNode profile(Person person) {
        return World.shared()
                .get(alice.token(), "/api/users/" + person.username())
                .expect(200)
                .body();
    }

    private JsonNode member(Person viewer, Person member) {
        return conversation(viewer, conversation, 0)
                .get("members")
                .valueStream()
                .filter(each -> member.user().equals(each.get("user").asString()))
                .findFirst()
                .orElseThrow();
    }

    private static int watermarks(Person viewer, String conversation, long after) {
        return conversation(viewer, conversation, after).get("watermarks").size();
    }

    private static JsonNode conversation(Person viewer, String conversation, long after) {
        return World.shared()
                .exchange(
                        viewer.token(),
                        "GET",
                        "/api/conversations/" + conversation,
                        null,
                        "Parley-After",
                        Long.toString(after))
                .expect(200)
                .body();
    }

    private JsonNode receipts(Person viewer, long number, long after) {
        return World.shared()
                .exchange(
                        viewer.token(),
                        "GET",
                        "/api/conversations/" + conversation + "/messages/" + number + "/receipts",
                        null,
                        "Parley-After",
                        Long.toString(after))
                .expect(200)
                .body()
                .get("receipts");
    }
}
