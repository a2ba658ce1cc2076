package chat.parley.command.linkpreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.command.linkpreview.PageFetcher.Fetched;
import chat.parley.command.linkpreview.PageFetcher.Wanted;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages are at 127.0.0.2, which is allowed here; what is at 127.0.0.1 is inside. */
class PageFetcherTest {

    private final List<Headers> asked = Collections.synchronizedList(new ArrayList<>());
    private HttpServer pages;
    private HttpServer inside;
    private PageFetcher fetcher;

    @BeforeEach
    void start() throws IOException {
        pages = server("127.0.0.2");
        inside = server("127.0.0.1");
        LinkPreviewSettings settings = new LinkPreviewSettings(true, List.of("127.0.0.2/32"), true);
        fetcher = new PageFetcher(
                new PageAddresses(settings),
                new CheckedResolver(
                        host -> InetAddress.getAllByName(host.startsWith("inside") ? "127.0.0.1" : "127.0.0.2"),
                        new PublicAddresses(settings)));
    }

    private HttpServer server(String host) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(host, 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return server;
    }

    @AfterEach
    void stop() throws IOException {
        fetcher.destroy();
        pages.stop(0);
        inside.stop(0);
    }

    private void page(HttpServer server, String path, int status, Map<String, String> headers, byte[] body) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestHeaders());
            headers.forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }

    private void html(String path, String body) {
        page(
                pages,
                path,
                200,
                Map.of("Content-Type", "text/html; charset=utf-8", "Set-Cookie", "a=b"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private void redirect(HttpServer server, String from, String to) {
        page(server, from, 302, Map.of("Location", to, "Set-Cookie", "a=b"), new byte[0]);
    }

    private URI at(String path) {
        return URI.create("http://pages.example.org:" + pages.getAddress().getPort() + path);
    }

    private URI insideAt(String path) {
        return URI.create("http://inside.example.org:" + inside.getAddress().getPort() + path);
    }

    private Fetched get(String path) throws IOException {
        return fetcher.get(at(path), Wanted.PAGE);
    }

    private void assertRefused(String path) {
        assertThatThrownBy(() -> get(path)).as(path).isInstanceOf(IOException.class);
    }

    @Test
    void aPageIsReadAndNothingIsToldOfWhoAsks() throws IOException {
        html("/", "<title>hello</title>");
        redirect(pages, "/from", "/");
        Fetched fetched = get("/from");
        assertThat(new String(fetched.bytes(), StandardCharsets.UTF_8)).isEqualTo("<title>hello</title>");
        assertThat(fetched.from()).isEqualTo(at("/"));
        assertThat(fetched.charset()).isEqualTo("UTF-8");
        assertThat(asked)
                .hasSize(2)
                .allSatisfy(headers ->
                        assertThat(headers.keySet()).isSubsetOf("Accept", "Host", "User-agent", "Connection"));
    }

    @Test
    void onlyCheckedAddressesAreConnectedTo() {
        page(
                inside,
                "/",
                200,
                Map.of("Content-Type", "text/html"),
                "<title>secret</title>".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> fetcher.get(insideAt("/"), Wanted.PAGE)).isInstanceOf(IOException.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void eachRedirectIsCheckedAnew() {
        page(
                inside,
                "/",
                200,
                Map.of("Content-Type", "text/html"),
                "<title>secret</title>".getBytes(StandardCharsets.UTF_8));
        redirect(pages, "/name", insideAt("/").toString());
        redirect(pages, "/number", "http://127.0.0.1:" + inside.getAddress().getPort() + "/");
        redirect(pages, "/local", "http://localhost:" + inside.getAddress().getPort() + "/");
        redirect(pages, "/file", "file:///etc/passwd");
        page(pages, "/nowhere", 302, Map.of(), new byte[0]);
        List.of("/name", "/number", "/local", "/file", "/nowhere").forEach(this::assertRefused);
        assertThat(asked).hasSize(5);
    }

    @Test
    void thereAreAtMostThreeRedirects() throws IOException {
        html("/r0", "<title>end</title>");
        IntStream.rangeClosed(1, 4).forEach(i -> redirect(pages, "/r" + i, "/r" + (i - 1)));
        redirect(pages, "/circle", "/circle");
        assertThat(get("/r3").from()).isEqualTo(at("/r0"));
        assertRefused("/r4");
        assertRefused("/circle");
    }

    @Test
    void whatIsNoPageIsRefused() {
        page(pages, "/error", 500, Map.of("Content-Type", "text/html"), new byte[] {'x'});
        page(pages, "/missing", 404, Map.of("Content-Type", "text/html"), new byte[] {'x'});
        page(pages, "/pdf", 200, Map.of("Content-Type", "application/pdf"), new byte[] {'x'});
        page(pages, "/untyped", 200, Map.of(), new byte[] {'x'});
        page(pages, "/packed", 200, Map.of("Content-Type", "text/html", "Content-Encoding", "gzip"), new byte[] {'x'});
        page(pages, "/headers", 200, Map.of("Content-Type", "text/html", "X-Long", "a".repeat(17 * 1024)), new byte[] {
            'x'
        });
        page(
                pages,
                "/many",
                200,
                IntStream.range(0, 9)
                        .boxed()
                        .collect(Collectors.toMap(
                                i -> i == 0 ? "Content-Type" : "X-" + i,
                                i -> i == 0 ? "text/html" : "a".repeat(2_000 + 100))),
                new byte[] {'x'});
        List.of("/error", "/missing", "/pdf", "/untyped", "/packed", "/headers", "/many")
                .forEach(this::assertRefused);
    }

    @Test
    void ofALongPageTheBeginningIsReadAndALongPictureIsRefused() throws IOException {
        byte[] large = new byte[6 * 1024 * 1024];
        Arrays.fill(large, (byte) ' ');
        page(pages, "/page", 200, Map.of("Content-Type", "text/html"), large);
        assertThat(get("/page").bytes()).hasSize(512 * 1024);
        page(pages, "/announced", 200, Map.of("Content-Type", "image/png"), large);
        pages.createContext("/chunked", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(large);
            }
        });
        for (String path : List.of("/announced", "/chunked")) {
            assertThatThrownBy(() -> fetcher.get(at(path), Wanted.PICTURE)).isInstanceOf(IOException.class);
        }
        page(pages, "/fits", 200, Map.of("Content-Type", "image/png"), Arrays.copyOf(large, 5 * 1024 * 1024));
        assertThat(fetcher.get(at("/fits"), Wanted.PICTURE).bytes()).hasSize(5 * 1024 * 1024);
    }

    @Test
    void anAnswerWithoutEndEndsAndGivesItsPlaceBack() throws IOException {
        pages.createContext("/endless", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            byte[] blanks = new byte[64 * 1024];
            Arrays.fill(blanks, (byte) ' ');
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(blanks);
                }
            }
        });
        for (int i = 0; i < 70; i++) {
            assertThat(get("/endless").bytes()).hasSize(512 * 1024);
        }
    }
}
