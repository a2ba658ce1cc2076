package chat.parley.command.account.avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.command.objects.ObjectKeys;
import chat.parley.command.objects.ObjectStore;
import chat.parley.command.picture.Pictures;
import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.command.testing.DirectUpload;
import chat.parley.events.AvatarChanged;
import chat.parley.events.StreamId;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@CommandSideTest
class AvatarOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    @Autowired
    private ObjectStore objects;

    private Api api;
    private Person alice;
    private Person bob;

    @BeforeEach
    void people() {
        api = new Api(port);
        alice = api.register("alice");
        bob = api.register("bob");
    }

    private Answer announce(Person who, String upload, String type, long size) {
        return api.post("/api/uploads", who.accessToken(), """
                {"upload":"%s","purpose":"avatar","type":"%s","size":%d}""".formatted(upload, type, size));
    }

    /** Announced as it is, put, and said to be put. */
    private String put(Person who, String type, byte[] bytes) {
        String upload = UUID.randomUUID().toString();
        assertThat(DirectUpload.put(announce(who, upload, type, bytes.length).body(), bytes))
                .isEqualTo(200);
        assertThat(complete(who, upload).status()).isEqualTo(202);
        return upload;
    }

    private Answer complete(Person who, String upload) {
        return api.post("/api/uploads/" + upload + "/complete", who.accessToken(), "{}");
    }

    private Answer upload(Person who, String upload) {
        return api.get("/api/uploads/" + upload, who.accessToken());
    }

    private void awaitState(Person who, String upload, String state) {
        await().untilAsserted(() ->
                assertThat(upload(who, upload).body().get("state").asString()).isEqualTo(state));
    }

    private Answer choose(Person who, @Nullable String upload) {
        return api.put(
                "/api/me/avatar", who.accessToken(), """
                {"upload":%s}""".formatted(upload == null ? "null" : "\"" + upload + "\""));
    }

    private HttpResponse<byte[]> picture(Person viewer, String query, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/users/" + alice.username() + "/avatar" + query))
                .header("Authorization", "Bearer " + viewer.accessToken());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return DirectUpload.exchanged(request);
    }

    private List<AvatarChanged> recorded() {
        return log.readStreamBackwards(StreamId.account(UserId.of(alice.user())), Long.MAX_VALUE, 50).stream()
                .map(stored -> stored.event())
                .filter(AvatarChanged.class::isInstance)
                .map(AvatarChanged.class::cast)
                .toList();
    }

    private String avatar() {
        String upload = put(alice, "image/png", Pictures.png(300, 200));
        awaitState(alice, upload, "ready");
        assertThat(choose(alice, upload).status()).isEqualTo(200);
        return upload;
    }

    @Test
    void aPictureIsServedInThreeSizesOnceItIsChosen() throws IOException {
        assertThat(picture(bob, "").statusCode()).isEqualTo(404);
        String upload = put(alice, "image/png", Pictures.png(300, 200));
        awaitState(alice, upload, "ready");
        assertThat(picture(bob, "").statusCode()).isEqualTo(404);
        assertThat(choose(alice, upload).status()).isEqualTo(200);
        assertThat(recorded().getFirst().avatar()).isEqualTo(UploadId.of(upload));
        for (int size : new int[] {64, 256, 512}) {
            HttpResponse<byte[]> answer = picture(bob, "?size=" + size);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
            assertThat(ImageIO.read(new ByteArrayInputStream(answer.body())).getWidth())
                    .isEqualTo(size);
        }
        assertThat(picture(bob, "?size=100").statusCode()).isEqualTo(400);
        assertThat(upload(alice, upload).body().get("state").asString()).isEqualTo("attached");
    }

    @Test
    void itIsKeptByBrowsersAndHarmlessInThem() {
        String upload = avatar();
        HttpResponse<byte[]> first = picture(bob, "");
        assertThat(first.headers().firstValue("Cache-Control")).contains("private, no-cache");
        assertThat(first.headers().firstValue("Content-Security-Policy")).contains("default-src 'none'; sandbox");
        assertThat(first.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(first.headers().firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(picture(bob, "", "If-None-Match", etag).statusCode()).isEqualTo(304);
        assertThat(picture(bob, "?version=" + upload).headers().firstValue("Cache-Control"))
                .contains("private, max-age=3600");
    }

    @Test
    void anotherPictureReplacesItAndRemovingLeavesNothingInTheStore() {
        String first = avatar();
        String second = avatar();
        assertThat(picture(bob, "").headers().firstValue("ETag")).contains("\"" + second + "-256\"");
        awaitGone(first);
        assertThat(choose(alice, null).status()).isEqualTo(200);
        assertThat(choose(alice, null).status()).isEqualTo(200);
        assertThat(recorded()).hasSize(3);
        assertThat(recorded().getFirst().avatar()).isNull();
        assertThat(picture(bob, "").statusCode()).isEqualTo(404);
        awaitGone(second);
    }

    private void awaitGone(String upload) {
        UUID owner = UserId.of(alice.user()).value();
        await().untilAsserted(() -> assertThat(Stream.of(64, 256, 512)
                        .map(size -> objects.look(ObjectKeys.picture(owner, UploadId.of(upload), size))))
                .allMatch(found -> found.isEmpty()));
        awaitState(alice, upload, "gone");
    }

    @Test
    void whatIsPutAgainAfterwardsChangesNothing() {
        byte[] bytes = Pictures.png(300, 200);
        String upload = UUID.randomUUID().toString();
        JsonNode announced = announce(alice, upload, "image/png", bytes.length).body();
        assertThat(DirectUpload.put(announced, bytes)).isEqualTo(200);
        complete(alice, upload);
        awaitState(alice, upload, "ready");
        choose(alice, upload);
        byte[] served = picture(bob, "").body();
        byte[] other = bytes.clone();
        other[other.length - 20] ^= 1;
        assertThat(DirectUpload.put(announced, other)).isEqualTo(200);
        assertThat(complete(alice, upload).text("state")).isEqualTo("attached");
        assertThat(picture(bob, "").body()).isEqualTo(served);
    }

    @Test
    void oneByteMoreOrAnotherTypeThanAnnouncedIsNotTaken() {
        byte[] bytes = Pictures.png(30, 20);
        JsonNode less = announce(alice, UUID.randomUUID().toString(), "image/png", bytes.length - 1L)
                .body();
        assertThat(DirectUpload.put(less, bytes)).isEqualTo(403);
        String upload = put(alice, "image/jpeg", bytes);
        awaitRefused(upload, "file_differs");
        String text = put(alice, "image/png", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8));
        awaitRefused(text, "file_type_invalid");
        String huge = put(alice, "image/png", Pictures.hugePng(50_000, 50_000));
        awaitRefused(huge, "picture_too_large");
        assertThat(choose(alice, huge).text("code")).isEqualTo("upload_unknown");
        String neverPut = UUID.randomUUID().toString();
        announce(alice, neverPut, "image/png", 10);
        complete(alice, neverPut);
        awaitRefused(neverPut, "file_differs");
    }

    private void awaitRefused(String upload, String code) {
        awaitState(alice, upload, "refused");
        assertThat(upload(alice, upload).text("refused")).isEqualTo(code);
    }

    @Test
    void whatIsNeverAcceptedGetsNoAddress() {
        assertThat(announce(alice, UUID.randomUUID().toString(), "image/png", 0).text("code"))
                .isEqualTo("file_empty");
        assertThat(announce(alice, UUID.randomUUID().toString(), "image/png", 10_485_761)
                        .text("code"))
                .isEqualTo("file_too_large");
        assertThat(announce(alice, UUID.randomUUID().toString(), "image/svg+xml", 10)
                        .text("code"))
                .isEqualTo("file_type_invalid");
        assertThat(api.post("/api/uploads", alice.accessToken(), """
                        {"upload":"%s","purpose":"world domination","type":"image/png","size":5}""".formatted(UUID.randomUUID()))
                        .text("code"))
                .isEqualTo("malformed");
    }

    @Test
    void anAnnouncementIsRepeatedAndNotReused() {
        String upload = UUID.randomUUID().toString();
        assertThat(announce(alice, upload, "image/png", 10).text("state")).isEqualTo("reserved");
        assertThat(announce(alice, upload, "image/png", 10)
                        .body()
                        .at("/put/url")
                        .asString())
                .contains(alice.user() + "/in/" + upload);
        assertThat(announce(alice, upload, "image/png", 11).text("code")).isEqualTo("upload_id_reused");
        assertThat(announce(bob, upload, "image/png", 11).text("state")).isEqualTo("reserved");
    }

    @Test
    void foreignUsedAndDiscardedUploadsAreRefusedAlike() {
        String used = avatar();
        choose(alice, null);
        String bobs = put(bob, "image/png", Pictures.png(10, 10));
        awaitState(bob, bobs, "ready");
        String discarded = put(alice, "image/png", Pictures.png(10, 10));
        assertThat(api.delete("/api/uploads/" + discarded, alice.accessToken()).status())
                .isEqualTo(204);
        assertThat(Stream.of(used, bobs, discarded, UUID.randomUUID().toString())
                        .map(upload -> choose(alice, upload).text("code")))
                .containsOnly("upload_unknown");
        assertThat(upload(alice, bobs).text("code")).isEqualTo("upload_unknown");
        assertThat(complete(alice, bobs).text("code")).isEqualTo("upload_unknown");
        assertThat(choose(bob, bobs).status()).isEqualTo(200);
    }

    @Test
    void manyAtOnceAreCounted() {
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 60)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> announce(alice, UUID.randomUUID().toString(), "image/png", 10)
                                .status()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join).filter(status -> status == 200))
                .hasSize(50);
        assertThat(announce(alice, UUID.randomUUID().toString(), "image/png", 10)
                        .text("code"))
                .isEqualTo("too_many_uploads");
    }

    @Test
    void ofSomeoneWhoWasErasedNothingIsServedOrTaken() {
        String upload = avatar();
        assertThat(api.deleteWith("/api/me", alice.accessToken(), "{\"password\":\"" + Api.PASSWORD + "\"}")
                        .status())
                .isEqualTo(202);
        assertThat(picture(bob, "").statusCode()).isEqualTo(404);
        UUID owner = UserId.of(alice.user()).value();
        await().untilAsserted(() -> assertThat(objects.look(ObjectKeys.picture(owner, UploadId.of(upload), 256)))
                .isEmpty());
    }

    @Test
    void strangersDoNotSeeWhoIsFoundByNothing() {
        avatar();
        api.put("/api/me/privacy", alice.accessToken(), """
                {"findable":"by_name","visibility":{"online":"everyone","lastSeen":"everyone","receipts":"everyone",
                 "avatar":"friends","about":"everyone"}}""");
        assertThat(picture(bob, "").statusCode()).isEqualTo(404);
        assertThat(picture(alice, "").statusCode()).isEqualTo(200);
        api.put("/api/me/privacy", alice.accessToken(), """
                {"findable":"by_nothing","visibility":{"online":"everyone","lastSeen":"everyone","receipts":"everyone",
                 "avatar":"everyone","about":"everyone"}}""");
        assertThat(picture(bob, "").statusCode()).isEqualTo(404);
        assertThat(picture(alice, "").statusCode()).isEqualTo(200);
    }
}
