package chat.parley.command.linkpreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.command.objects.ObjectKeys;
import chat.parley.command.objects.ObjectStore;
import chat.parley.command.picture.Pictures;
import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.events.ConversationId;
import chat.parley.events.LinkPreview;
import chat.parley.events.LinkPreviewId;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageSent;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.testing.JsonHttp;
import com.github.f4b6a3.uuid.UuidCreator;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Pages are at 127.0.0.2, which the service under test is told to look at; 127.0.0.1 stays what it is for everybody. */
@CommandSideTest
class LinkPreviewsOverHttpTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    @Autowired
    private ObjectStore objects;

    private HttpServer pages;
    private Api api;
    private Person alice;
    private Person bob;
    private String conversation;

    @BeforeEach
    void twoPeople() throws IOException {
        pages = server("127.0.0.2");
        api = new Api(port);
        alice = api.register("alice");
        bob = api.register("bob");
        conversation = api.post(
                        "/api/conversations/direct", alice.accessToken(), "{\"username\":\"" + bob.username() + "\"}")
                .text("conversation");
    }

    private HttpServer server(String host) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(host, 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return server;
    }

    @AfterEach
    void stop() {
        pages.stop(0);
    }

    private void serve(HttpServer server, String path, String type, byte[] body) {
        server.createContext(path, exchange -> {
            asked.add(path);
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(200, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }

    private void serve(HttpServer server, String path, String html) {
        serve(server, path, "text/html", html.getBytes(StandardCharsets.UTF_8));
    }

    private String url(HttpServer server, String path) {
        return "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort() + path;
    }

    /** With a picture. */
    private String recipe() {
        serve(pages, "/soup", """
                <meta property=og:title content="Soup"><meta property=og:description content="Of lentils">
                <meta property=og:image content="/soup.png">""");
        serve(pages, "/soup.png", "image/png", Pictures.png(800, 400));
        return url(pages, "/soup");
    }

    private Answer look(Person who, String url) {
        return api.post("/api/link-previews", who.accessToken(), "{\"url\":\"" + url + "\"}");
    }

    private Answer send(Person who, String message, String text, String link) {
        return api.post("/api/conversations/" + conversation + "/messages", who.accessToken(), """
                {"message":"%s","text":"%s","link":"%s"}""".formatted(
                        message, text, link));
    }

    private Answer send(Person who, String text, String link) {
        Answer sent = send(who, UuidCreator.getTimeOrderedEpoch().toString(), text, link);
        assertThat(sent.status()).isEqualTo(200);
        return sent;
    }

    private MessageContent content(Answer sent) {
        return Objects.requireNonNull(((MessageSent) log.readStream(
                                StreamId.conversation(ConversationId.of(conversation)), sent.number("sequence"), 1)
                        .getFirst()
                        .event())
                .content());
    }

    private HttpResponse<byte[]> picture(Person viewer, Answer sent) {
        URI address = URI.create("http://127.0.0.1:" + port + "/api/conversations/" + conversation + "/messages/"
                + sent.text("message") + "/link-picture?sequence=" + sent.number("sequence"));
        try {
            return JsonHttp.CLIENT.send(
                    HttpRequest.newBuilder(address)
                            .header("Authorization", "Bearer " + viewer.accessToken())
                            .build(),
                    BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean isStored(String link) {
        UUID owner = UserId.of(alice.user()).value();
        return objects.look(ObjectKeys.linkPicture(owner, LinkPreviewId.of(link)))
                .isPresent();
    }

    @Test
    void aPageIsShownWithTheMessageAndItsPictureComesFromHere() throws IOException {
        String url = recipe();
        JsonNode draft = look(alice, url).body();
        assertThat(draft.get("title").asString()).isEqualTo("Soup");
        assertThat(draft.get("description").asString()).isEqualTo("Of lentils");
        assertThat(draft.get("url").asString()).isEqualTo(url);
        byte[] seen =
                Base64.getDecoder().decode(draft.get("picture").get("jpeg").asString());
        assertThat(ImageIO.read(new ByteArrayInputStream(seen)).getWidth()).isEqualTo(600);
        String link = draft.get("link").asString();
        Answer sent = send(alice, "look: " + url, link);
        assertThat(content(sent).link())
                .isEqualTo(new LinkPreview(
                        url, "Soup", "Of lentils", new LinkPreview.Picture(LinkPreviewId.of(link), 800, 400)));
        HttpResponse<byte[]> picture = picture(bob, sent);
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.body()).isEqualTo(seen);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(picture.headers().firstValue("Cache-Control")).contains("private, max-age=3600");
        assertThat(picture.headers().firstValue("Content-Security-Policy")).contains("default-src 'none'; sandbox");
        assertThat(picture.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(picture(api.register("eve"), sent).statusCode()).isEqualTo(404);
        assertThat(asked).containsExactly("/soup", "/soup.png");
    }

    @Test
    void aRepeatedMessageIsTheFirstOneWhateverItLinksTo() {
        String url = recipe();
        String message = UuidCreator.getTimeOrderedEpoch().toString();
        String link = look(alice, url).text("link");
        Answer first = send(alice, message, url, link);
        Answer again = send(alice, message, url, UUID.randomUUID().toString());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(content(first).link()).isNotNull();
    }

    @Test
    void whatIsNotOnesOwnOrNotThereIsNotShown() {
        String url = recipe();
        String link = look(alice, url).text("link");
        assertThat(content(send(bob, url, link)).link()).isNull();
        assertThat(content(send(alice, url, UUID.randomUUID().toString())).link())
                .isNull();
        assertThat(send(alice, UuidCreator.getTimeOrderedEpoch().toString(), url, "no id")
                        .status())
                .isEqualTo(400);
        assertThat(content(send(alice, url, link)).link()).isNotNull();
    }

    @Test
    void aPictureThatCannotBeReadIsLeftOut() {
        serve(pages, "/text", "<title>Text</title><meta property=og:image content=/text.png>");
        serve(pages, "/text.png", "image/png", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8));
        Answer draft = look(alice, url(pages, "/text"));
        assertThat(draft.status()).isEqualTo(200);
        assertThat(draft.body().has("picture")).isFalse();
        Answer sent = send(alice, "text", draft.text("link"));
        assertThat(content(sent).link()).isEqualTo(new LinkPreview(url(pages, "/text"), "Text", null, null));
        assertThat(picture(bob, sent).statusCode()).isEqualTo(404);
    }

    @Test
    void aPictureOfInsideIsNotFetched() throws IOException {
        HttpServer inside = server("127.0.0.1");
        try {
            serve(inside, "/camera.png", "image/png", Pictures.png(10, 10));
            serve(
                    pages,
                    "/camera",
                    "<title>Camera</title><meta property=og:image content='" + url(inside, "/camera.png") + "'>");
            assertThat(look(alice, url(pages, "/camera")).body().has("picture")).isFalse();
            assertThat(asked).containsExactly("/camera");
        } finally {
            inside.stop(0);
        }
    }

    @Test
    void whateverIsRefusedIsAnsweredAlike() throws IOException {
        HttpServer inside = server("127.0.0.1");
        try {
            serve(inside, "/", "<title>secret</title>");
            serve(pages, "/untitled", "<p>nothing");
            List<Answer> answers = List.of(
                            url(inside, "/"),
                            url(inside, "/missing"),
                            url(pages, "/missing"),
                            url(pages, "/untitled"),
                            "http://127.0.0.3:1/",
                            "http://localhost/",
                            "http://[::1]/",
                            "http://169.254.169.254/latest/meta-data/",
                            "ftp://example.org/",
                            "nonsense")
                    .stream()
                    .map(url -> look(alice, url))
                    .toList();
            assertThat(answers).extracting(Answer::status).containsOnly(422);
            assertThat(answers).extracting(answer -> answer.text("code")).containsOnly("preview_unavailable");
            assertThat(answers)
                    .extracting(answer -> answer.body().propertyNames())
                    .containsOnly(answers.getFirst().body().propertyNames());
            assertThat(asked).containsExactly("/untitled");
        } finally {
            inside.stop(0);
        }
    }

    @Test
    void aDeletedMessageShowsNoPictureAndNoneIsKept() {
        String link = look(alice, recipe()).text("link");
        Answer sent = send(alice, "soup", link);
        assertThat(isStored(link)).isTrue();
        assertThat(api.delete(
                                "/api/conversations/" + conversation + "/messages/" + sent.text("message")
                                        + "?sequence=" + sent.number("sequence"),
                                alice.accessToken())
                        .status())
                .isEqualTo(200);
        assertThat(picture(bob, sent).statusCode()).isEqualTo(404);
        await().atMost(Duration.ofSeconds(40)).until(() -> !isStored(link));
    }

    @Test
    void ofAnErasedPersonNoPictureIsKept() {
        String url = recipe();
        String sentLink = look(alice, url).text("link");
        String unsent = look(alice, url).text("link");
        Answer sent = send(alice, "soup", sentLink);
        assertThat(api.deleteWith("/api/me", alice.accessToken(), "{\"password\":\"" + Api.PASSWORD + "\"}")
                        .status())
                .isEqualTo(202);
        assertThat(picture(bob, sent).statusCode()).isEqualTo(404);
        await().atMost(Duration.ofSeconds(40)).until(() -> !isStored(sentLink) && !isStored(unsent));
    }
}
