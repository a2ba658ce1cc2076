package chat.parley.contracts;

import chat.parley.access.Keys;
import chat.parley.access.ServiceTokens;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;

/** Another service as its documentation describes it, over real HTTP. */
final class StubService implements AutoCloseable {

    /** What was asked: method, path and JSON body. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    final Keys keys = new Keys();
    final ServiceTokens tokens = keys.serviceTokens(Clock.systemUTC());

    private final HttpServer server;

    StubService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.start();
    }

    /** @param json the body, with apostrophes for quotation marks */
    StubService answering(int status, String path, String json) {
        answering(path, exchange -> answer(exchange, status, json.replace('\'', '"')));
        return this;
    }

    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    void answering(String path, Answer answer) {
        server.createContext(path, answer::to);
    }

    void answer(HttpExchange exchange, int status, String json) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add((exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body).strip());
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    <C> C as(Class<C> contract) {
        return ServiceProxies.of(
                contract, URI.create("http://localhost:" + server.getAddress().getPort()), tokens);
    }

    /** The JSON of something, with apostrophes for quotation marks. */
    static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value).replace('"', '\'');
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
