package chat.parley.gateway.objects;

import chat.parley.access.OpenToEveryone;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * Passes requests that are signed in their address on to the object store, which clients cannot reach where it listens on loopback. The store
 * checks the signature; nothing else of who asks reaches it. Bodies are streamed both ways. See ADR 57.
 */
@RestController
@Hidden
class ObjectRelay {

    private static final String SIGNATURE = "X-Amz-Signature=";
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
    private static final List<String> ASKED = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.RANGE,
            HttpHeaders.IF_RANGE,
            HttpHeaders.IF_NONE_MATCH,
            HttpHeaders.IF_MODIFIED_SINCE);
    private static final List<String> ANSWERED = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.CONTENT_DISPOSITION,
            HttpHeaders.ACCEPT_RANGES,
            HttpHeaders.CACHE_CONTROL,
            HttpHeaders.ETAG,
            HttpHeaders.LAST_MODIFIED);

    private final @Nullable URI store;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WITHIN)
            .build();

    ObjectRelay(@Value("${parley.objects.endpoint:}") String store) {
        this.store = store.isBlank() ? null : URI.create(store);
    }

    @OpenToEveryone
    @RequestMapping(
            path = "/${parley.objects.bucket:parley}/**",
            method = {RequestMethod.GET, RequestMethod.HEAD, RequestMethod.PUT})
    void relay(HttpServletRequest request, HttpServletResponse response) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer;
        try {
            answer = client.send(passedOn(request), BodyHandlers.ofInputStream());
        } catch (UncheckedIOException | IOException e) {
            throw new Refused(Reason.UNAVAILABLE);
        }
        try (InputStream body = answer.body()) {
            answer(answer, response);
            // What the store says about a refusal names what is there.
            if (!HttpStatus.valueOf(answer.statusCode()).isError()) {
                body.transferTo(response.getOutputStream());
            }
        }
    }

    private HttpRequest passedOn(HttpServletRequest request) throws IOException {
        String query = request.getQueryString();
        if (store == null || query == null || !query.contains(SIGNATURE)) {
            throw new Refused(Reason.NOT_FOUND);
        }
        HttpRequest.Builder passed = HttpRequest.newBuilder(place(store, request.getRequestURI() + "?" + query))
                .method(request.getMethod(), body(request));
        for (String name : ASKED) {
            String value = request.getHeader(name);
            if (value != null) {
                passed.header(name, value);
            }
        }
        return passed.build();
    }

    /** What is no address leads nowhere. */
    private static URI place(URI store, String path) {
        try {
            return store.resolve(path);
        } catch (IllegalArgumentException e) {
            throw new Refused(Reason.NOT_FOUND);
        }
    }

    /** Of exactly as many bytes as the client announced, which are signed. */
    private static BodyPublisher body(HttpServletRequest request) throws IOException {
        if (!request.getMethod().equals(RequestMethod.PUT.name())) {
            return BodyPublishers.noBody();
        }
        long length = request.getContentLengthLong();
        if (length <= 0) {
            throw new Refused(Reason.FILE_EMPTY);
        }
        InputStream bytes = request.getInputStream();
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> bytes), length);
    }

    private static void answer(HttpResponse<InputStream> answer, HttpServletResponse response) {
        response.setStatus(answer.statusCode());
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        answer.headers()
                .firstValue(HttpHeaders.CONTENT_RANGE)
                .ifPresent(value -> response.setHeader(HttpHeaders.CONTENT_RANGE, value));
        if (HttpStatus.valueOf(answer.statusCode()).isError()) {
            return;
        }
        answer.headers().firstValueAsLong(HttpHeaders.CONTENT_LENGTH).ifPresent(response::setContentLengthLong);
        for (String name : ANSWERED) {
            answer.headers().firstValue(name).ifPresent(value -> response.setHeader(name, value));
        }
    }
}
