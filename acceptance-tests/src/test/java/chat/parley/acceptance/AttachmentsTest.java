package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.JsonHttp;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files are sent with a message, through the gateway, and go with it. */
class AttachmentsTest {

    private static final byte[] NOTES = "<script>alert('notes')</script>".getBytes(StandardCharsets.UTF_8);

    private final Http http = World.shared();
    private final Person alice = Person.register(http, "alice");
    private final Person bob = Person.register(http, "bob");
    private final String talk = alice.conversationWith(bob);

    private HttpResponse<String> fetched(JsonNode urls, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                http.gateway().resolve(urls.get(0).get("url").asString()));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return JsonHttp.send(request);
    }

    private JsonNode newest(Person viewer, long after) {
        return http.exchange(
                        viewer.token(),
                        "GET",
                        "/api/conversations/" + talk + "/messages?limit=1",
                        null,
                        "Parley-After",
                        Long.toString(after))
                .expect(200)
                .body()
                .get("items")
                .get(0);
    }

    private static List<String> below(String place) {
        return EveryStore.objects().keySet().stream()
                .filter(key -> key.contains(place))
                .toList();
    }

    @Test
    void aFileReachesTheOtherAndIsFetchedAsWhatNoBrowserRuns() {
        try (Device atBob = bob.connect()) {
            SentFile file = SentFile.send(http, alice, talk, 4, "Übersicht.html", NOTES);
            JsonNode event = atBob.awaitEvent(talk, "conversation.message-sent.v1");
            JsonNode told = event.get("data").get("content").get("attachments").get(0);
            assertThat(told.get("id").asString()).isEqualTo(file.upload());
            assertThat(told.get("name").asString()).isEqualTo("Übersicht.html");
            JsonNode shown = newest(bob, event.get("position").asLong());
            assertThat(shown.get("attachments").get(0)).isEqualTo(told);
            assertThat(shown.get("text").asString()).isEmpty();

            JsonNode urls = file.urls(http, bob, "original");
            HttpResponse<String> whole = fetched(urls);
            assertThat(whole.body()).isEqualTo(new String(NOTES, StandardCharsets.UTF_8));
            assertThat(whole.headers().firstValue("Content-Type")).contains("application/octet-stream");
            assertThat(whole.headers().firstValue("Content-Disposition").orElseThrow())
                    .contains("attachment", "%C3%9Cbersicht.html");
            assertThat(whole.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(whole.headers().firstValue("Content-Security-Policy")).contains("default-src 'none'; sandbox");
            assertThat(whole.headers().firstValue("Cross-Origin-Resource-Policy"))
                    .contains("same-origin");
            HttpResponse<String> part = fetched(urls, "Range", "bytes=1-6");
            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(part.body()).isEqualTo("script");
        }
    }

    @Test
    void nothingIsLeftInTheStoreOfADeletedMessageOrOfSomeoneErasedNotEvenWhatOthersSentOn() {
        SentFile deleted = SentFile.send(http, alice, talk, 1, "a.png", AvatarsTest.picture(64));
        SentFile kept = SentFile.send(http, alice, talk, 1, "b.png", AvatarsTest.picture(65));
        Person carol = Person.register(http, "carol");
        String copy = UUID.randomUUID().toString();
        http.post(
                        bob.token(),
                        "/api/attachments/copies",
                        Map.of(
                                "upload",
                                copy,
                                "conversation",
                                talk,
                                "sequence",
                                kept.sequence(),
                                "attachment",
                                kept.upload()))
                .expect(202);
        await().atMost(Device.PATIENCE)
                .until(() -> http.get(bob.token(), "/api/uploads/" + copy)
                        .expect(200)
                        .body()
                        .get("state")
                        .asString()
                        .equals("ready"));
        SentFile.sendReady(http, bob, bob.conversationWith(carol), copy, "b.png");
        assertThat(below(deleted.upload())).hasSize(3);
        assertThat(below(kept.upload())).hasSize(3);
        assertThat(below(copy)).hasSize(3);

        http.exchange(
                        alice.token(),
                        "DELETE",
                        "/api/conversations/" + talk + "/messages/" + deleted.message() + "?sequence="
                                + deleted.sequence(),
                        null)
                .expect(200);
        assertThat(deleted.urls(http, bob, "p320")).isEmpty();
        await().atMost(Device.PATIENCE)
                .untilAsserted(() -> assertThat(below(deleted.upload())).isEmpty());
        assertThat(below(kept.upload())).hasSize(3);

        http.exchange(alice.token(), "DELETE", "/api/me", "{\"password\":\"" + Person.PASSWORD + "\"}")
                .expect(202);
        assertThat(kept.urls(http, bob, "p320")).isEmpty();
        await().atMost(Device.PATIENCE)
                .untilAsserted(() -> assertThat(below(alice.user())).isEmpty());
    }
}
