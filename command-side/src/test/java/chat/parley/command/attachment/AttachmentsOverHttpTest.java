package chat.parley.command.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.command.objects.ObjectStore;
import chat.parley.command.picture.Pictures;
import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.command.testing.DirectUpload;
import chat.parley.events.Attachment;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageSent;
import chat.parley.events.StreamId;
import chat.parley.events.UploadId;
import chat.parley.log.EventLog;
import com.github.f4b6a3.uuid.UuidCreator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@CommandSideTest
class AttachmentsOverHttpTest {

    private static final byte[] PAGE = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    @Autowired
    private ObjectStore objects;

    private Api api;
    private Person alice;
    private Person bob;
    private String conversation;

    @BeforeEach
    void twoPeople() {
        api = new Api(port);
        alice = api.register("alice");
        bob = api.register("bob");
        conversation = direct(alice, bob);
    }

    private String direct(Person one, Person other) {
        return api.post("/api/conversations/direct", one.accessToken(), "{\"username\":\"" + other.username() + "\"}")
                .text("conversation");
    }

    private Answer announce(Person who, String upload, int kind, long size) {
        return api.post("/api/uploads", who.accessToken(), """
                {"upload":"%s","purpose":"attachment","kind":%d,"type":"application/octet-stream","size":%d}""".formatted(upload, kind, size));
    }

    private String uploaded(Person who, int kind, byte[] bytes) {
        String upload = UUID.randomUUID().toString();
        assertThat(DirectUpload.put(announce(who, upload, kind, bytes.length).body(), bytes))
                .isEqualTo(200);
        api.post("/api/uploads/" + upload + "/complete", who.accessToken(), "{}");
        return upload;
    }

    private String ready(Person who, int kind, byte[] bytes) {
        String upload = uploaded(who, kind, bytes);
        awaitState(who, upload, "ready");
        return upload;
    }

    private JsonNode view(Person who, String upload) {
        return api.get("/api/uploads/" + upload, who.accessToken()).body();
    }

    private void awaitState(Person who, String upload, String state) {
        await().untilAsserted(() ->
                assertThat(view(who, upload).get("state").asString()).isEqualTo(state));
    }

    private Answer send(Person who, String message, String text, String... files) {
        String list = String.join(
                ",", Arrays.stream(files).map(AttachmentsOverHttpTest::file).toList());
        return api.post("/api/conversations/" + conversation + "/messages", who.accessToken(), """
                {"message":"%s","text":"%s","attachments":[%s]}""".formatted(
                        message, text, list));
    }

    private static String file(String upload) {
        return """
            {"upload":"%s","name":"x.png"}""".formatted(upload);
    }

    private static String fresh() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }

    private Answer sent(Person who, String... files) {
        Answer answer = send(who, fresh(), "", files);
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    private MessageSent recorded(Answer sent) {
        return (MessageSent)
                log.readStream(StreamId.conversation(ConversationId.of(conversation)), sent.number("sequence"), 1)
                        .getFirst()
                        .event();
    }

    private static Attachment fileOf(MessageSent event) {
        return Objects.requireNonNull(event.content()).attachments().getFirst();
    }

    private JsonNode urls(Person who, Answer message, String file, String variant, boolean save) {
        return api.post("/api/attachments/urls", who.accessToken(), """
                {"files":[{"conversation":"%s","sequence":%d,"attachment":"%s","variant":"%s","save":%s}]}""".formatted(
                                conversation, message.number("sequence"), file, variant, save))
                .body()
                .get("files");
    }

    private HttpResponse<byte[]> fetched(JsonNode urls, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(DirectUpload.address(urls.get(0)));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return DirectUpload.exchanged(request);
    }

    private void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
    }

    /** Whatever lies below the upload, in the store itself. */
    private Stream<String> left(Person owner, String upload) {
        return Stream.of("original", "p320", "p1280")
                .map(name -> owner.user() + "/at/" + upload + "/" + name)
                .filter(key -> objects.look(key).isPresent());
    }

    @Test
    void anImageIsSentWithoutATextAndFetchedBySizesThatHoldNothingButThePicture() throws IOException {
        byte[] photo = Pictures.turnedJpeg(1600, 800);
        String upload = ready(alice, 1, photo);
        Answer message = sent(alice, upload);
        MessageSent event = recorded(message);
        assertThat(event.attachments()).containsExactly(UploadId.of(upload));
        Attachment file = fileOf(event);
        assertThat(Objects.requireNonNull(event.content()).text()).isEmpty();
        assertThat(file.kind()).isEqualTo(1);
        assertThat(file.type()).isEqualTo("image/jpeg");
        assertThat(List.of(file.width(), file.height())).containsExactly(800, 1600);
        assertThat(file.variants()).containsExactly("p320", "p1280");
        for (String variant : List.of("original", "p320", "p1280")) {
            HttpResponse<byte[]> answer = fetched(urls(bob, message, upload, variant, false));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
            assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1)).doesNotContain("GPSSECRET", "Exif");
            int height = ImageIO.read(new ByteArrayInputStream(answer.body())).getHeight();
            assertThat(height).isEqualTo(variant.equals("p320") ? 320 : variant.equals("p1280") ? 1280 : 1600);
        }
    }

    @Test
    void bytesBehindThePictureAreDropped() {
        byte[] png = Pictures.png(40, 30);
        byte[] more = Arrays.copyOf(png, png.length + 9);
        System.arraycopy("SMUGGLED!".getBytes(StandardCharsets.US_ASCII), 0, more, png.length, 9);
        String upload = ready(alice, 1, more);
        byte[] served = fetched(urls(bob, sent(alice, upload), upload, "original", false))
                .body();
        assertThat(new String(served, StandardCharsets.ISO_8859_1)).doesNotContain("SMUGGLED");
    }

    @Test
    void aFileIsServedByteForByteAsSomethingToSave() throws Exception {
        String upload = ready(alice, 4, PAGE);
        Answer message = sent(alice, upload);
        Attachment file = fileOf(recorded(message));
        assertThat(file.type()).isEqualTo("text/html");
        assertThat(file.size()).isEqualTo(PAGE.length);
        assertThat(file.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(PAGE)));
        HttpResponse<byte[]> answer = fetched(urls(bob, message, upload, "original", false));
        assertThat(answer.body()).isEqualTo(PAGE);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .contains("filename*=UTF-8''x.png");
        assertThat(urls(bob, message, upload, "p320", false)).isEmpty();
    }

    @Test
    void partsOfAFileAreFetchedByRanges() {
        String upload = ready(alice, 4, PAGE);
        JsonNode urls = urls(bob, sent(alice, upload), upload, "original", false);
        HttpResponse<byte[]> part = fetched(urls, "Range", "bytes=1-4");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(new String(part.body(), StandardCharsets.UTF_8)).isEqualTo("html");
        assertThat(fetched(urls, "Range", "bytes=-7").body()).hasSize(7);
        assertThat(fetched(urls, "Range", "bytes=9000-").statusCode()).isEqualTo(416);
    }

    @Test
    void theAddressStaysTheSameForAWhile() {
        String upload = ready(alice, 4, PAGE);
        Answer message = sent(alice, upload);
        String first =
                urls(bob, message, upload, "original", false).get(0).get("url").asString();
        assertThat(urls(alice, message, upload, "original", false)
                        .get(0)
                        .get("url")
                        .asString())
                .isEqualTo(first);
    }

    @Test
    void whatIsNotReadyIsNotInAMessageAndWaits() {
        String upload = UUID.randomUUID().toString();
        announce(alice, upload, 4, PAGE.length);
        String message = fresh();
        assertRefused(send(alice, message, "look", upload), 404, "upload_unknown");
        String checked = ready(alice, 4, PAGE);
        assertThat(send(alice, message, "look", checked).status()).isEqualTo(200);
    }

    @Test
    void othersUploadsUsedOnesAndThoseThatNeverWereAreRefusedAlike() {
        String used = ready(alice, 4, PAGE);
        sent(alice, used);
        String bobs = ready(bob, 4, PAGE);
        String refused = uploaded(alice, 1, PAGE);
        awaitState(alice, refused, "refused");
        Answer unknown = send(alice, fresh(), "", UUID.randomUUID().toString());
        for (String upload : List.of(used, bobs, refused)) {
            assertThat(send(alice, fresh(), "", upload).body()).isEqualTo(unknown.body());
        }
        assertRefused(unknown, 404, "upload_unknown");
        String good = ready(alice, 4, PAGE);
        assertRefused(send(alice, fresh(), "", good, bobs), 404, "upload_unknown");
        assertThat(view(alice, good).get("state").asString()).isEqualTo("ready");
    }

    @Test
    void aMessageIsSentOnceHoweverOftenItIsRepeatedAndAnUploadIsInOneOfTwo() {
        String upload = ready(alice, 4, PAGE);
        String message = fresh();
        List<Answer> same = atOnce(IntStream.range(0, 6).mapToObj(_ -> message).toList(), upload);
        assertThat(same).extracting(Answer::status).containsOnly(200);
        assertThat(same)
                .extracting(answer -> answer.number("sequence"))
                .containsOnly(same.getFirst().number("sequence"));
        assertRefused(send(alice, message, ""), 422, "text_empty");
        assertRefused(send(alice, message, "other", upload), 409, "message_id_reused");
        String another = ready(alice, 4, PAGE);
        List<Answer> two = atOnce(IntStream.range(0, 6).mapToObj(_ -> fresh()).toList(), another);
        assertThat(two).extracting(Answer::status).containsOnlyOnce(200);
    }

    private List<Answer> atOnce(List<String> messages, String upload) {
        return messages.stream()
                .map(message -> CompletableFuture.supplyAsync(() -> send(alice, message, "", upload)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    @Test
    void whatAMessageCannotHaveIsRefused() {
        String upload = ready(alice, 4, PAGE);
        assertRefused(send(alice, fresh(), "", upload, upload), 422, "attachment_invalid");
        String[] eleven = IntStream.range(0, 11)
                .mapToObj(_ -> UUID.randomUUID().toString())
                .toArray(String[]::new);
        assertRefused(send(alice, fresh(), "", eleven), 422, "attachment_invalid");
    }

    @Test
    void onlyThoseWhoSeeTheMessageGetAnAddress() {
        String upload = ready(alice, 4, PAGE);
        Answer message = sent(alice, upload);
        Person carol = api.register("carol");
        assertThat(urls(carol, message, upload, "original", false)).isEmpty();
        assertThat(urls(bob, message, UUID.randomUUID().toString(), "original", false))
                .isEmpty();
        assertThat(urls(bob, message, upload, "../" + upload, false)).isEmpty();
        assertThat(urls(bob, message, upload, "original", false)).hasSize(1);
        assertRefused(api.post("/api/attachments/urls", bob.accessToken(), "{\"files\":[]}"), 400, "range_invalid");
    }

    @Test
    void aRemovedMemberAndOneWhoCameLaterGetNoAddress() {
        conversation = api.post("/api/conversations/groups", alice.accessToken(), """
                {"name":"Files","members":["%s"]}""".formatted(bob.user()))
                .text("conversation");
        String upload = ready(alice, 4, PAGE);
        Answer first = sent(alice, upload);
        assertThat(urls(bob, first, upload, "original", false)).hasSize(1);
        api.delete("/api/conversations/" + conversation + "/members/" + bob.user(), alice.accessToken());
        String later = ready(alice, 4, PAGE);
        Answer second = sent(alice, later);
        assertThat(urls(bob, second, later, "original", false)).isEmpty();
        Person carol = api.register("carol");
        api.post(
                "/api/conversations/" + conversation + "/members",
                alice.accessToken(),
                "{\"users\":[\"" + carol.user() + "\"]}");
        assertThat(urls(carol, first, upload, "original", false)).isEmpty();
        String third = ready(alice, 4, PAGE);
        assertThat(urls(carol, sent(alice, third), third, "original", false)).hasSize(1);
    }

    @Test
    void nothingIsLeftOfADeletedMessage() {
        String upload = ready(alice, 1, Pictures.png(400, 300));
        Answer message = sent(alice, upload);
        JsonNode before = urls(bob, message, upload, "p320", false);
        assertThat(left(alice, upload)).hasSize(3);
        assertThat(api.delete(
                                "/api/conversations/" + conversation + "/messages/" + message.text("message")
                                        + "?sequence=" + message.number("sequence"),
                                alice.accessToken())
                        .status())
                .isEqualTo(200);
        assertThat(urls(bob, message, upload, "p320", false)).isEmpty();
        await().untilAsserted(() -> assertThat(left(alice, upload)).isEmpty());
        assertThat(fetched(before).statusCode()).isEqualTo(404);
    }

    @Test
    void aLegalHoldKeepsFiles() {
        String upload = ready(alice, 4, PAGE);
        Answer message = sent(alice, upload);
        api.put("/api/accounts/" + alice.user() + "/legal-hold", api.operator(), "{}");
        Answer deleted = api.delete(
                "/api/conversations/" + conversation + "/messages/" + message.text("message") + "?sequence="
                        + message.number("sequence"),
                alice.accessToken());
        assertRefused(deleted, 409, "legal_hold");
        assertThat(urls(bob, message, upload, "original", false)).hasSize(1);
    }

    @Test
    void whatIsPutAgainAfterItWasCheckedChangesNothing() {
        String upload = UUID.randomUUID().toString();
        JsonNode announced = announce(alice, upload, 4, PAGE.length).body();
        DirectUpload.put(announced, PAGE);
        api.post("/api/uploads/" + upload + "/complete", alice.accessToken(), "{}");
        awaitState(alice, upload, "ready");
        byte[] other = PAGE.clone();
        Arrays.fill(other, (byte) 'x');
        assertThat(DirectUpload.put(announced, other)).isEqualTo(200);
        HttpResponse<byte[]> served = fetched(urls(bob, sent(alice, upload), upload, "original", false));
        assertThat(served.body()).isEqualTo(PAGE);
    }

    @Test
    void aFileIsSentOnAsACopyBelowTheIdOfWhoseItIs() {
        String upload = ready(alice, 1, Pictures.png(400, 300));
        Answer message = sent(alice, upload);
        String copy = UUID.randomUUID().toString();
        String request = """
                {"upload":"%s","conversation":"%s","sequence":%d,"attachment":"%s"}""".formatted(copy, conversation, message.number("sequence"), upload);
        Person carol = api.register("carol");
        assertRefused(api.post("/api/attachments/copies", carol.accessToken(), request), 404, "upload_unknown");
        assertThat(api.post("/api/attachments/copies", bob.accessToken(), request)
                        .status())
                .isEqualTo(202);
        awaitState(bob, copy, "ready");
        conversation = direct(bob, carol);
        Answer forwarded = sent(bob, copy);
        assertThat(fetched(urls(carol, forwarded, copy, "p320", false)).statusCode())
                .isEqualTo(200);
        assertThat(left(alice, copy)).hasSize(3);
        assertThat(left(bob, copy)).isEmpty();
    }

    @Test
    void aCopyTakesThePlaceOfNoOtherFileWhicheverIdIsChosenForIt() {
        String first = ready(alice, 4, PAGE);
        Answer message = sent(alice, first);
        String second = ready(alice, 4, "another".getBytes(StandardCharsets.US_ASCII));
        Answer other = sent(alice, second);
        for (String source : List.of(first, second)) {
            Answer of = source.equals(first) ? message : other;
            assertRefused(copied(bob, first, of, source), 409, "upload_id_reused");
        }
        api.delete("/api/uploads/" + first, bob.accessToken());
        assertThat(fetched(urls(bob, message, first, "original", false)).body()).isEqualTo(PAGE);

        String copy = UUID.randomUUID().toString();
        assertThat(copied(bob, copy, message, first).status()).isEqualTo(202);
        awaitState(bob, copy, "ready");
        assertRefused(announce(alice, copy, 4, 7), 409, "upload_id_reused");
        assertThat(fetched(urls(alice, sent(bob, copy), copy, "original", false))
                        .body())
                .isEqualTo(PAGE);
    }

    private Answer copied(Person who, String copy, Answer message, String file) {
        return api.post("/api/attachments/copies", who.accessToken(), """
                {"upload":"%s","conversation":"%s","sequence":%d,"attachment":"%s"}""".formatted(
                        copy, conversation, message.number("sequence"), file));
    }

    @Test
    void soundAndVideoAreWhatTheirBytesTell() {
        byte[] wave = Arrays.copyOf("RIFF....WAVEfmt ".getBytes(StandardCharsets.US_ASCII), 64);
        String sound = ready(alice, 3, wave);
        assertThat(fileOf(recorded(sent(alice, sound))).type()).isEqualTo("audio/vnd.wave");
        String pretended = uploaded(alice, 2, PAGE);
        awaitState(alice, pretended, "refused");
        assertThat(view(alice, pretended).get("refused").asString()).isEqualTo("file_type_invalid");
    }

    @Test
    void parallelAnnouncementsDoNotExceedTheSpaceOfAPerson() {
        long each = 1_500_000_000L;
        List<Integer> answers = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> announce(alice, UUID.randomUUID().toString(), 4, each)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(Answer::status)
                .toList();
        assertThat(answers).filteredOn(status -> status == 200).hasSize(3);
        assertThat(answers).filteredOn(status -> status == 422).hasSize(5);
        assertRefused(announce(alice, UUID.randomUUID().toString(), 4, 3L << 30), 422, "file_too_large");
        assertRefused(announce(alice, UUID.randomUUID().toString(), 4, 0), 422, "file_empty");
        assertRefused(announce(alice, UUID.randomUUID().toString(), 7, 5), 422, "file_type_invalid");
    }
}
