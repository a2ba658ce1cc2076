package chat.parley.query;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.Findable;
import chat.parley.events.StatusDetails;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PeopleTest {

    private final UserId alice = World.someone();
    private final String start = "q" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void onesOwnAccountIsToldWithAddressAndNumber() {
        World.register(alice, start, "Alice A");
        JsonNode me = Http.get(alice, "/api/me").json();
        assertThat(me.toString())
                .isEqualTo(
                        "{\"user\":\"" + alice + "\",\"username\":\"" + start
                                + "\",\"displayName\":\"Alice A\",\"about\":null,\"email\":\"" + start
                                + "@example.org\",\"phone\":\"+4915112345678\",\"findable\":\"by_name\",\"writes\":\"everyone\",\"adds\":\"everyone\""
                                + ",\"visibility\":{\"online\":\"everyone\",\"lastSeen\":\"everyone\",\"receipts\":\"everyone\",\"avatar\":\"everyone\",\"about\":\"everyone\"}}");
    }

    @Test
    void whatSomeoneIsUpToIsToldToThemselvesAndToThoseWhoKnowThemAlone() {
        World.register(alice, start, "Alice A").show();
        World.Recorded said = World.changeStatus(alice, 1, new StatusDetails(null, "At the sea", null, null))
                .show();
        JsonNode me = Http.getAfter(alice, "/api/me", said.position()).json();
        assertThat(me.at("/status/line").asString()).isEqualTo("At the sea");
        assertThat(Http.get(alice, "/api/users/" + start)
                        .json()
                        .at("/status/line")
                        .asString())
                .isEqualTo("At the sea");
        assertThat(Http.get(World.someone(), "/api/users/" + start).json().has("status"))
                .isFalse();
    }

    @Test
    void aPictureIsToldToEveryoneWhoSeesThePerson() {
        World.register(alice, start, "Alice A").show();
        UploadId picture = new UploadId(UUID.randomUUID());
        World.Recorded chosen = World.changeAvatar(alice, 1, picture).show();
        assertThat(Http.getAfter(alice, "/api/me", chosen.position())
                        .json()
                        .at("/avatar")
                        .asString())
                .isEqualTo(picture.toString());
        assertThat(Http.get(World.someone(), "/api/users/" + start)
                        .json()
                        .at("/avatar")
                        .asString())
                .isEqualTo(picture.toString());
        assertThat(Http.get(World.someone(), "/api/users?query=" + start)
                        .json()
                        .at("/items/0/avatar")
                        .asString())
                .isEqualTo(picture.toString());
        World.Recorded removed = World.changeAvatar(alice, 2, null).show();
        assertThat(Http.getAfter(alice, "/api/me", removed.position()).json().has("avatar"))
                .isFalse();
    }

    @Test
    void whatWasChangedIsToldToOneselfAndTheProfileToOthers() {
        World.register(alice, start, "Alice A").show();
        World.changeContact(alice, 1, "new." + start + "@example.org");
        World.Recorded changed = World.changeProfile(alice, 2, start + "_b", "Alice B", "About Alice")
                .show();

        JsonNode me = Http.getAfter(alice, "/api/me", changed.position()).json();
        assertThat(me.get("username").asString()).isEqualTo(start + "_b");
        assertThat(me.get("displayName").asString()).isEqualTo("Alice B");
        assertThat(me.get("about").asString()).isEqualTo("About Alice");
        assertThat(me.get("email").asString()).isEqualTo("new." + start + "@example.org");
        Http.Answer profile = Http.get(World.someone(), "/api/users/" + start + "_b");
        assertThat(profile.json().get("displayName").asString()).isEqualTo("Alice B");
        assertThat(profile.json().get("about").asString()).isEqualTo("About Alice");
        assertThat(Instant.parse(profile.json().get("joinedAt").asString())).isBeforeOrEqualTo(Instant.now());
        assertThat(profile.body()).doesNotContain("example.org");
        Http.get(World.someone(), "/api/users/" + start).refused(404, "user_unknown");
        assertThat(Http.get(World.someone(), "/api/users?query=" + start + "_b").of("displayName"))
                .containsExactly("Alice B");
    }

    @Test
    void whoIsFoundByNothingIsKnownToThoseTheyTalkWithAlone() {
        UserId bob = World.someone();
        World.register(alice, start, "Alice A").show();
        World.start(alice, bob);
        World.makeFindable(alice, 1, Findable.BY_NOTHING).show();

        Http.get(World.someone(), "/api/users/" + start).refused(404, "user_unknown");
        assertThat(Http.get(World.someone(), "/api/users?query=" + start).items())
                .isEmpty();
        assertThat(Http.get(bob, "/api/users/" + start)
                        .json()
                        .get("displayName")
                        .asString())
                .isEqualTo("Alice A");
        assertThat(Http.get(alice, "/api/me").json().get("findable").asString()).isEqualTo("by_nothing");
    }

    @Test
    void someoneWithoutAnAccountIsNobody() {
        Http.get(alice, "/api/me").refused(404, "user_unknown");
        Http.get(alice, "/api/users/nobody.at.all").refused(404, "user_unknown");
    }

    @Test
    void aProfileShowsNothingThatIsPrivate() {
        World.register(alice, start, "Alice A").show();
        Http.Answer profile = Http.get(World.someone(), "/api/users/" + start);
        assertThat(profile.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "user", "username", "displayName", "about", "joinedAt", "online", "lastSeen", "asOf");
        assertThat(profile.body()).doesNotContain("example.org").doesNotContain("4915112345678");
    }

    @Test
    void peopleAreFoundByTheBeginningOfUsernameOrNameInPages() {
        for (int index = 0; index < 3; index++) {
            World.register(World.someone(), start + index, "Name" + start + " Person")
                    .show();
        }
        Http.Answer first = Http.get(alice, "/api/users?query=" + start + "&limit=2");
        assertThat(first.of("username")).containsExactly(start + "0", start + "1");
        assertThat(first.body()).doesNotContain("example.org");
        Http.Answer second = Http.get(alice, "/api/users?query=" + start + "&limit=2&cursor=" + first.next());
        assertThat(second.of("username")).containsExactly(start + "2");
        assertThat(second.atEnd()).isTrue();
        assertThat(Http.get(alice, "/api/users?query=name" + start).of("displayName"))
                .hasSize(3);
        assertThat(Http.get(alice, "/api/users?query=").items()).isEmpty();
    }

    @Test
    void nobodyIsFoundByTheirAddressAndNobodyElseIsToldIt() {
        World.register(alice, start, "Alice A").show();
        String address = start + "@example.org";
        assertThat(Http.get(World.someone(), "/api/users?query=" + address)
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(Http.get(World.someone(), "/api/users?query=" + start).json().toString())
                .contains(start)
                .doesNotContain(address);
        assertThat(Http.get(World.someone(), "/api/users/" + start).json().toString())
                .doesNotContain(address)
                .doesNotContain("+4915112345678");
    }

    @Test
    void whatCannotBeSearchedForIsRefused() {
        Http.get(alice, "/api/users").refused(400, "malformed");
        Http.get(alice, "/api/users?query=" + "a".repeat(101)).refused(400, "range_invalid");
        Http.get(alice, "/api/users?query=a&limit=51").refused(400, "range_invalid");
        Http.get(alice, "/api/users?query=a&cursor=zzz").refused(400, "cursor_invalid");
    }

    @Test
    void withoutATokenNothingIsTold() {
        for (String path : new String[] {"/api/me", "/api/users?query=a", "/api/conversations", "/internal/peers"}) {
            Http.getOpenly(path).refused(401, "unauthenticated");
        }
    }
}
