package chat.parley.acceptance;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Someone signed in on one device. */
record Person(Http http, String username, String user, String session, String token, String refreshToken) {

    static final String PASSWORD = "correct horse battery";

    /** A new account with a username nobody else has. */
    static Person register(Http http, String name) {
        String username = name + "_" + UUID.randomUUID().toString().substring(0, 8);
        JsonNode signedIn = http.post(
                        null,
                        "/api/accounts",
                        Map.of(
                                "username",
                                username,
                                "password",
                                PASSWORD,
                                "displayName",
                                name,
                                "email",
                                name + "@example.org",
                                "client",
                                "native",
                                "device",
                                name + "'s first device"))
                .expect(201)
                .body();
        return of(http, signedIn);
    }

    /** The same person on another device. */
    Person signInAgain() {
        JsonNode signedIn = http.post(
                        null,
                        "/api/sessions",
                        Map.of(
                                "username",
                                username,
                                "password",
                                PASSWORD,
                                "client",
                                "native",
                                "device",
                                "another device"))
                .expect(201)
                .body();
        return of(http, signedIn);
    }

    /** The same session through another address of the product. */
    Person through(Http other) {
        return new Person(other, username, user, session, token, refreshToken);
    }

    private static Person of(Http http, JsonNode signedIn) {
        return new Person(
                http,
                signedIn.get("username").asString(),
                signedIn.get("user").asString(),
                signedIn.get("session").asString(),
                signedIn.get("accessToken").asString(),
                signedIn.get("refreshToken").asString());
    }

    /** The direct conversation with someone, started if there was none. */
    String conversationWith(Person other) {
        Http.Answer answer = http.post(token, "/api/conversations/direct", Map.of("username", other.username));
        return answer.body().get("conversation").asString();
    }

    /** A group of one's own. */
    String groupWith(String name, Person... others) {
        List<String> members = Stream.of(others).map(Person::user).toList();
        return http.post(token, "/api/conversations/groups", Map.of("name", name, "members", members))
                .expect(201)
                .body()
                .get("conversation")
                .asString();
    }

    void add(String group, Person member) {
        http.post(token, "/api/conversations/" + group + "/members", Map.of("users", List.of(member.user)))
                .expect(200);
    }

    void remove(String group, Person member) {
        http.delete(token, "/api/conversations/" + group + "/members/" + member.user)
                .expect(200);
    }

    /** Over HTTP, and so whatever becomes of the gateways. */
    void write(String conversation, String text) {
        http.post(
                        token,
                        "/api/conversations/" + conversation + "/messages",
                        Map.of("message", UuidCreator.getTimeOrderedEpoch().toString(), "text", text))
                .expect(200);
    }

    /** A device with nothing remembered: connected and ready. */
    Device connect() {
        return Device.connect(this, null);
    }

    String ticket() {
        return http.post(token, "/api/socket-tickets", Map.of("client", "native"))
                .expect(201)
                .body()
                .get("ticket")
                .asString();
    }
}
