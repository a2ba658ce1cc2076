package chat.parley.access;

import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses request bodies that are too large or of a type that nothing here takes, before they are parsed, and addresses whose
 * parameters cannot be stored. Marks answers as not cacheable, because they belong to one person.
 */
final class RequestBodyLimit extends OncePerRequestFilter {

    /** The same limit as for a frame of the gateway. */
    static final int MOST_BYTES = 64 * 1024;

    /** Whatever the libraries on the class path could read besides, such as YAML, nobody means to send. */
    private static final Set<MediaType> TAKEN =
            Set.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw new Refused(Reason.TOO_LARGE);
        }
        String type = request.getContentType();
        if (type != null && !isTaken(type)) {
            throw new Refused(Reason.MEDIA_TYPE_UNSUPPORTED);
        }
        requireStorable(request);
        chain.doFilter(new Counted(request), response);
    }

    private static boolean isTaken(String type) {
        try {
            MediaType parsed = MediaType.parseMediaType(type);
            return TAKEN.stream().anyMatch(parsed::equalsTypeAndSubtype);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** Of the address only: a form is read by the controller that takes one. */
    private static void requireStorable(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null || query.indexOf('%') < 0) {
            return;
        }
        for (String parameter : query.split("&")) {
            String[] parts = parameter.split("=", 2);
            for (String part : parts) {
                if (!WellFormedText.canBeStored(decoded(part))) {
                    throw new Refused(
                            Reason.MALFORMED, "A parameter of the address holds a character that no text can hold.");
                }
            }
        }
    }

    /** Strictly: what is no UTF-8 would otherwise become something else. */
    private static String decoded(String part) {
        try {
            byte[] bytes = URLDecoder.decode(part, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new Refused(Reason.MALFORMED, "The parameters are not encoded as they have to be.");
        }
    }

    private static final class Counted extends HttpServletRequestWrapper {

        Counted(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream());
        }
    }

    /** A chunked body does not announce its length, so the bytes are counted. */
    private static final class CountedStream extends ServletInputStream {

        private final ServletInputStream inner;
        private int left = MOST_BYTES;

        CountedStream(ServletInputStream inner) {
            this.inner = inner;
        }

        @Override
        public int read() throws IOException {
            int value = inner.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = inner.read(target, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw new Refused(Reason.TOO_LARGE);
            }
        }

        @Override
        public boolean isFinished() {
            return inner.isFinished();
        }

        @Override
        public boolean isReady() {
            return inner.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            inner.setReadListener(listener);
        }
    }
}
