package chat.parley.load.people;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Someone with an account and a session. */
public final class Person {

    private static final String PASSWORD = "correct horse battery";
    private static final String USERNAME_TAKEN = "username_taken";
    private static final String ACCOUNTS = "/api/accounts";
    private static final String SESSIONS = "/api/sessions";

    private final Api api;
    private final String username;
    private final String user;
    private String refreshToken;
    private volatile String accessToken;

    private Person(Api api, String user, String username, String refreshToken, String accessToken) {
        this.api = api;
        this.user = user;
        this.username = username;
        this.refreshToken = refreshToken;
        this.accessToken = accessToken;
    }

    private Person(Api api, JsonNode signedIn) {
        this(
                api,
                signedIn.required("user").asString(),
                signedIn.required("username").asString(),
                signedIn.required("refreshToken").asString(),
                signedIn.required("accessToken").asString());
    }

    /** Someone whose account and session were written by SQL; has to {@link #refresh} before anything else. */
    public static Person seeded(Api api, String user, String username, String refreshToken) {
        return new Person(api, user, username, refreshToken, "");
    }

    /** Registers the account, or signs in where an earlier run has. */
    static Person called(Api api, String username) {
        try {
            return new Person(
                    api,
                    api.post(
                            null,
                            ACCOUNTS,
                            Map.of(
                                    "username",
                                    username,
                                    "password",
                                    PASSWORD,
                                    "displayName",
                                    username,
                                    "email",
                                    username + "@example.org",
                                    "client",
                                    "native",
                                    "device",
                                    "load")));
        } catch (Api.Refused e) {
            if (!e.blames(USERNAME_TAKEN)) {
                throw e;
            }
            return new Person(
                    api,
                    api.post(
                            null,
                            SESSIONS,
                            Map.of("username", username, "password", PASSWORD, "client", "native", "device", "load")));
        }
    }

    public String user() {
        return user;
    }

    String username() {
        return username;
    }

    /** A ticket for one handshake. */
    public String ticket() {
        return api.post(accessToken, "/api/socket-tickets", Map.of("client", "native"))
                .required("ticket")
                .asString();
    }

    /** Access tokens are short-lived: to be called before requests that come long after the last. */
    public synchronized void refresh() {
        JsonNode signedIn = api.post(null, "/api/sessions/refresh", Map.of("refreshToken", refreshToken));
        refreshToken = signedIn.required("refreshToken").asString();
        accessToken = signedIn.required("accessToken").asString();
    }

    /** @return the conversation's id */
    public String startConversationWith(Person other) {
        return post("/api/conversations/direct", Map.of("username", other.username))
                .required("conversation")
                .asString();
    }

    /** @return the group's id */
    public String makeGroupWith(List<Person> others) {
        return post(
                        "/api/conversations/groups",
                        Map.of(
                                "name",
                                "load",
                                "members",
                                others.stream().map(Person::user).toList()))
                .required("conversation")
                .asString();
    }

    public JsonNode get(String path, String... headers) {
        return api.get(accessToken, path, headers);
    }

    public JsonNode put(String path, Map<String, ?> body) {
        return api.put(accessToken, path, body);
    }

    JsonNode post(String path, Map<String, ?> body) {
        return api.post(accessToken, path, body);
    }
}
