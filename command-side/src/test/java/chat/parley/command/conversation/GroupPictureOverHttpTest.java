package chat.parley.command.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.command.erasure.objects.ObjectEraser;
import chat.parley.command.objects.ObjectKeys;
import chat.parley.command.objects.ObjectStore;
import chat.parley.command.picture.Pictures;
import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.command.testing.DirectUpload;
import chat.parley.command.upload.UploadWorker;
import chat.parley.events.ConversationId;
import chat.parley.events.GroupPictureChanged;
import chat.parley.events.StreamId;
import chat.parley.events.UploadId;
import chat.parley.log.EventLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Alice owns a group with Bob in it; Carol is a stranger. */
@CommandSideTest
class GroupPictureOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    @Autowired
    private ObjectStore objects;

    @Autowired
    private UploadWorker worker;

    @Autowired
    private ObjectEraser eraser;

    @Autowired
    private JdbcClient jdbc;

    private Api api;
    private Person alice;
    private Person bob;
    private Person carol;
    private String group;

    @BeforeEach
    void aGroup() {
        api = new Api(port);
        alice = api.register("alice");
        bob = api.register("bob");
        carol = api.register("carol");
        group = api.post(
                        "/api/conversations/groups",
                        alice.accessToken(),
                        "{\"name\":\"Tea party\",\"members\":[\"%s\"]}".formatted(bob.user()))
                .text("conversation");
    }

    private String path() {
        return "/api/conversations/" + group + "/picture";
    }

    private Answer announce(Person who, String upload, int size) {
        return api.post("/api/uploads", who.accessToken(), """
                {"upload":"%s","purpose":"group_picture","group":"%s","type":"image/png","size":%d}""".formatted(upload, group, size));
    }

    private String ready(Person who) {
        String upload = UUID.randomUUID().toString();
        byte[] bytes = Pictures.png(300, 200);
        assertThat(DirectUpload.put(announce(who, upload, bytes.length).body(), bytes))
                .isEqualTo(200);
        api.post("/api/uploads/" + upload + "/complete", who.accessToken(), "{}");
        await().untilAsserted(() -> assertThat(state(who, upload)).isEqualTo("ready"));
        // What was put is deleted once it was looked at.
        await().untilAsserted(() -> assertThat(stored(upload)).hasSize(3));
        return upload;
    }

    private String state(Person who, String upload) {
        return api.get("/api/uploads/" + upload, who.accessToken())
                .body()
                .path("state")
                .asString("");
    }

    private Answer show(Person who, @Nullable String upload, String... headers) {
        return api.put(
                path(),
                who.accessToken(),
                "{\"upload\":%s}".formatted(upload == null ? null : "\"" + upload + "\""),
                headers);
    }

    private String shown() {
        String upload = ready(alice);
        assertThat(show(alice, upload).status()).isEqualTo(200);
        return upload;
    }

    private HttpResponse<byte[]> picture(Person viewer, String query, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path() + query))
                .header("Authorization", "Bearer " + viewer.accessToken());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return DirectUpload.exchanged(request);
    }

    private List<GroupPictureChanged> recorded() {
        return log.readStream(StreamId.conversation(ConversationId.of(group)), 0, 50).stream()
                .map(stored -> stored.event())
                .filter(GroupPictureChanged.class::isInstance)
                .map(GroupPictureChanged.class::cast)
                .toList();
    }

    /** Which squares of it are in the store itself, and what was put. */
    private List<String> stored(String upload) {
        UUID owner = ConversationId.of(group).value();
        UploadId id = UploadId.of(upload);
        return Stream.of(
                        ObjectKeys.picture(owner, id, 64),
                        ObjectKeys.picture(owner, id, 256),
                        ObjectKeys.picture(owner, id, 512),
                        ObjectKeys.incoming(owner, id))
                .filter(key -> objects.look(key).isPresent())
                .toList();
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
    }

    @Test
    void itIsShownToWhoIsInTheGroupInThreeSizes() throws IOException {
        assertThat(picture(bob, "").statusCode()).isEqualTo(404);
        String upload = ready(alice);
        assertThat(picture(bob, "").statusCode()).isEqualTo(404);
        show(alice, upload);
        assertThat(recorded())
                .singleElement()
                .satisfies(changed -> assertThat(changed.picture()).isEqualTo(UploadId.of(upload)));
        for (int size : new int[] {64, 256, 512}) {
            HttpResponse<byte[]> answer = picture(bob, "?size=" + size);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(ImageIO.read(new ByteArrayInputStream(answer.body())).getWidth())
                    .isEqualTo(size);
        }
        assertThat(picture(bob, "?size=100").statusCode()).isEqualTo(400);
        assertThat(picture(carol, "").statusCode()).isEqualTo(404);
        api.delete("/api/conversations/" + group + "/members/me", bob.accessToken());
        assertThat(picture(bob, "?version=" + upload).statusCode()).isEqualTo(404);
    }

    @Test
    void browsersKeepTheOneTheyKnow() {
        String upload = shown();
        HttpResponse<byte[]> asked = picture(bob, "");
        assertThat(asked.headers().firstValue("Cache-Control")).contains("private, no-cache");
        assertThat(asked.headers().firstValue("Content-Security-Policy")).contains("default-src 'none'; sandbox");
        assertThat(picture(
                                bob,
                                "",
                                "If-None-Match",
                                asked.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
        assertThat(picture(bob, "?version=" + upload).headers().firstValue("Cache-Control"))
                .contains("private, max-age=3600");
    }

    @Test
    void whatIsReplacedOrRemovedLeavesTheStore() {
        String first = shown();
        assertThat(stored(first)).hasSize(3);
        String second = shown();
        await().untilAsserted(() -> assertThat(stored(first)).isEmpty());
        assertThat(stored(second)).hasSize(3);
        assertThat(show(alice, null).status()).isEqualTo(200);
        assertThat(picture(bob, "?version=" + second).statusCode()).isEqualTo(404);
        await().untilAsserted(() -> assertThat(stored(second)).isEmpty());
        assertThat(recorded()).hasSize(3);
    }

    @Test
    void aRepetitionIsAnsweredAsBeforeAndWhatIsSoAlreadyRecordsNothing() {
        String upload = ready(alice);
        String[] key = {"Idempotency-Key", "01890a5d-ac96-774b-bcce-b302099a8057"};
        Answer changed = show(alice, upload, key);
        assertThat(show(alice, upload, key).body()).isEqualTo(changed.body());
        assertThat(show(alice, upload).body()).isEqualTo(changed.body());
        assertThat(recorded()).hasSize(1);
    }

    @Test
    void onlyWhoMayEditTheGroupUsesWhatTheyUploadedForIt() {
        String bobs = ready(bob);
        refused(show(bob, bobs), 403, "not_permitted");
        refused(show(alice, bobs), 404, "upload_unknown");
        refused(show(carol, null), 404, "conversation_unknown");
        refused(announce(carol, UUID.randomUUID().toString(), 10), 404, "conversation_unknown");
        String announced = UUID.randomUUID().toString();
        announce(alice, announced, 10);
        refused(show(alice, announced), 404, "upload_unknown");
        assertThat(recorded()).isEmpty();
    }

    @Test
    void ofAnotherPurposeOrGroupNothingIsShown() {
        String ofOther = group;
        aGroupOfTheSame();
        String upload = ready(alice);
        group = ofOther;
        refused(show(alice, upload), 404, "upload_unknown");
        refused(api.post("/api/uploads", alice.accessToken(), """
                {"upload":"%s","purpose":"group_picture","type":"image/png","size":5}""".formatted(UUID.randomUUID())), 400, "malformed");
        refused(
                api.post("/api/uploads", alice.accessToken(), """
                {"upload":"%s","purpose":"avatar","group":"%s","type":"image/png","size":5}""".formatted(UUID.randomUUID(), group)),
                400,
                "malformed");
    }

    private void aGroupOfTheSame() {
        group = api.post(
                        "/api/conversations/groups",
                        alice.accessToken(),
                        "{\"name\":\"Other\",\"members\":[\"%s\"]}".formatted(bob.user()))
                .text("conversation");
    }

    @Test
    void nobodyPutsAnythingInThePlaceOfAnothersPicture() {
        String upload = shown();
        refused(announce(bob, upload, 10), 409, "upload_id_reused");
        assertThat(stored(upload)).hasSize(3);
    }

    @Test
    void itBelongsToTheGroupWhenWhoUploadedItIsErased() {
        String unused = ready(alice);
        String upload = shown();
        assertThat(api.put(
                                "/api/conversations/" + group + "/owner",
                                alice.accessToken(),
                                "{\"user\":\"%s\"}".formatted(bob.user()))
                        .status())
                .isEqualTo(200);
        Answer erased = api.deleteWith("/api/me", alice.accessToken(), "{\"password\":\"" + Api.PASSWORD + "\"}");
        assertThat(erased.status()).isEqualTo(202);
        worker.delete();
        await().untilAsserted(() -> assertThat(stored(unused)).isEmpty());
        assertThat(stored(upload)).hasSize(3);
        assertThat(picture(bob, "?version=" + upload).statusCode()).isEqualTo(200);
        nothingCanBePutAnyMore();
        await().untilAsserted(() -> {
            eraser.wake();
            assertThat(isDone(erased.text("erasure"))).isTrue();
        });
        assertThat(picture(bob, "").statusCode()).isEqualTo(200);
        assertThat(show(bob, null).status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(stored(upload)).isEmpty());
    }

    private void nothingCanBePutAnyMore() {
        jdbc.sql(
                        "UPDATE uploads.upload SET put_until = now() - interval '1 second', busy_until = '-infinity' WHERE account = ?")
                .param(UUID.fromString(alice.user()))
                .update();
        worker.delete();
    }

    private boolean isDone(String erasure) {
        for (JsonNode store : api.look("/api/erasures/" + erasure).body().get("stores")) {
            if (store.get("store").asString().equals("objects")) {
                return !store.get("forgotten").isNull();
            }
        }
        return false;
    }

    @Test
    void itGoesWithTheGroupUnlessALegalHoldKeepsIt() {
        String upload = shown();
        String hold = "/api/accounts/" + alice.user() + "/legal-hold";
        api.put(hold, api.operator(), "{}");
        assertThat(api.put("/api/conversations/" + group + "/closed", alice.accessToken(), "{}")
                        .status())
                .isEqualTo(200);
        assertThat(picture(bob, "").statusCode()).isEqualTo(200);
        assertThat(api.delete("/api/conversations/" + group, alice.accessToken())
                        .status())
                .isEqualTo(200);
        assertThat(picture(bob, "?version=" + upload).statusCode()).isEqualTo(404);
        worker.delete();
        assertThat(stored(upload)).hasSize(3);
        api.delete(hold, api.operator());
        worker.delete();
        await().untilAsserted(() -> assertThat(stored(upload)).isEmpty());
    }

    @Test
    void whoHoldsALinkSeesItForAsLongAsOneCanJoinByIt() throws IOException {
        String links = "/api/conversations/" + group + "/links";
        Answer link = api.post(links, alice.accessToken(), "{}");
        String shownByLink = "/api/join-links/" + link.text("code") + "/picture";
        assertThat(api.get("/api/join-links/" + link.text("code"), null).body().has("picture"))
                .isFalse();
        refused(api.get(shownByLink, null), 404, "not_found");
        String upload = shown();
        assertThat(api.get("/api/join-links/" + link.text("code"), null).text("picture"))
                .isEqualTo(upload);
        HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + shownByLink));
        HttpResponse<byte[]> answer = DirectUpload.exchanged(asked);
        assertThat(ImageIO.read(new ByteArrayInputStream(answer.body())).getWidth())
                .isEqualTo(256);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-cache");
        api.delete(links + "/" + link.text("link"), alice.accessToken());
        refused(api.get(shownByLink, null), 410, "link_gone");
    }
}
