package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.JsonHttp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Someone chooses a picture, put into the object store through the gateway, and everyone who sees them has it. */
class AvatarsTest {

    private final Http http = World.shared();
    private final Person alice = Person.register(http, "alice");
    private final Person bob = Person.register(http, "bob");

    /** Noise, as a PNG. */
    static byte[] picture(int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(side);
        for (int x = 0; x < side; x++) {
            for (int y = 0; y < side; y++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private JsonNode announced(String upload, int size) {
        return http.post(
                        alice.token(),
                        "/api/uploads",
                        Map.of("upload", upload, "purpose", "avatar", "type", "image/png", "size", size))
                .expect(200)
                .body()
                .get("put");
    }

    private HttpResponse<String> put(JsonNode put, byte[] bytes) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        http.gateway().resolve(put.get("url").asString()))
                .header("Cookie", "secret=1")
                .PUT(BodyPublishers.ofByteArray(bytes));
        put.get("headers")
                .propertyStream()
                .forEach(header ->
                        request.header(header.getKey(), header.getValue().asString()));
        return JsonHttp.send(request);
    }

    private String ready(int side) {
        String upload = UUID.randomUUID().toString();
        byte[] bytes = picture(side);
        assertThat(put(announced(upload, bytes.length), bytes).statusCode()).isEqualTo(200);
        http.post(alice.token(), "/api/uploads/" + upload + "/complete", Map.of())
                .expect(202);
        await().atMost(Device.PATIENCE)
                .until(() -> http.get(alice.token(), "/api/uploads/" + upload)
                        .expect(200)
                        .body()
                        .get("state")
                        .asString()
                        .equals("ready"));
        return upload;
    }

    private long choose(@Nullable String upload) {
        return http.exchange(
                        alice.token(),
                        "PUT",
                        "/api/me/avatar",
                        upload == null ? "{\"upload\":null}" : "{\"upload\":\"" + upload + "\"}")
                .expect(200)
                .body()
                .get("position")
                .asLong();
    }

    private static JsonNode awaitAvatar(Device device, long position) {
        return device.await(
                        "event",
                        frame -> frame.path("name").asString("").equals("account.avatar-changed.v1")
                                && frame.path("position").asLong() == position)
                .get("data")
                .get("avatar");
    }

    private String shown(Person viewer, long after) {
        return http.exchange(
                        viewer.token(),
                        "GET",
                        "/api/users/" + alice.username(),
                        null,
                        "Parley-After",
                        Long.toString(after))
                .expect(200)
                .body()
                .path("avatar")
                .asString("");
    }

    private int served(Person viewer) {
        HttpResponse<byte[]> answer =
                bytes(HttpRequest.newBuilder(http.commands().resolve("/api/users/" + alice.username() + "/avatar"))
                        .header("Authorization", "Bearer " + viewer.token()));
        return answer.statusCode();
    }

    private static HttpResponse<byte[]> bytes(HttpRequest.Builder request) {
        try {
            return JsonHttp.CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPictureReachesEveryoneWhoSeesThePersonAndIsRemovedForThem() {
        alice.conversationWith(bob);
        String upload = ready(200);
        try (Device atBob = bob.connect();
                Device alicesOther = alice.signInAgain().connect()) {
            long chosen = choose(upload);
            assertThat(awaitAvatar(atBob, chosen).asString()).isEqualTo(upload);
            assertThat(awaitAvatar(alicesOther, chosen).asString()).isEqualTo(upload);
            assertThat(shown(bob, chosen)).isEqualTo(upload);
            assertThat(served(bob)).isEqualTo(200);
            String cursor = atBob.cursor();
            long removed = choose(null);
            assertThat(awaitAvatar(atBob, removed).isNull()).isTrue();
            assertThat(shown(bob, removed)).isEmpty();
            assertThat(served(bob)).isEqualTo(404);
            try (Device back = Device.connect(bob, cursor)) {
                assertThat(awaitAvatar(back, removed).isNull()).isTrue();
            }
        }
    }

    @Test
    void whoIsBlockedIsNotToldOfAPicture() {
        Person carol = Person.register(http, "carol");
        String group = alice.groupWith("three", bob, carol);
        http.exchange(alice.token(), "PUT", "/api/me/blocks/" + carol.user(), null)
                .expect(200);
        String upload = ready(50);
        try (Device atBob = bob.connect();
                Device atCarol = carol.connect()) {
            long chosen = choose(upload);
            awaitAvatar(atBob, chosen);
            bob.write(group, "after");
            atCarol.awaitEvent(group, "conversation.message-sent.v1");
            assertThat(atCarol.toldOf("account/" + alice.user())).isFalse();
        }
    }

    @Test
    void theGatewayPassesOnWhatIsSignedAndNothingElse() {
        String upload = UUID.randomUUID().toString();
        byte[] bytes = picture(60);
        JsonNode put = announced(upload, bytes.length);
        String url = put.get("url").asString();
        assertThat(JsonHttp.send(HttpRequest.newBuilder(http.gateway().resolve(url))
                                .PUT(BodyPublishers.ofByteArray(new byte[3])))
                        .statusCode())
                .isEqualTo(403);
        assertThat(JsonHttp.send(HttpRequest.newBuilder(http.gateway().resolve(url)))
                        .statusCode())
                .isEqualTo(403);
        String path = URI.create(url).getPath();
        assertThat(JsonHttp.send(HttpRequest.newBuilder(http.gateway().resolve(path)))
                        .statusCode())
                .isEqualTo(404);
        assertThat(JsonHttp.send(HttpRequest.newBuilder(http.gateway().resolve(url.replace("/in/", "/av/")))
                                .header("Content-Type", "image/png")
                                .PUT(BodyPublishers.ofByteArray(bytes)))
                        .statusCode())
                .isEqualTo(403);
        assertThat(JsonHttp.send(HttpRequest.newBuilder(http.gateway().resolve(url))
                                .DELETE())
                        .statusCode())
                .isIn(404, 405);
        HttpResponse<String> done = put(put, bytes);
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.headers().firstValue("Content-Security-Policy")).contains("default-src 'none'; sandbox");
    }
}
