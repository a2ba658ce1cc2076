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
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses request bodies that are too large or have an unclear type, before they are parsed. Marks answers as not cacheable,
 * because they belong to one person.
 */
final class RequestBodyLimit extends OncePerRequestFilter {

    /** The same limit as for a frame of the gateway. */
    static final int MOST_BYTES = 64 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw new Refused(Reason.TOO_LARGE);
        }
        String type = request.getContentType();
        if (type != null && type.contains("*")) {
            throw new Refused(Reason.MEDIA_TYPE_UNSUPPORTED);
        }
        chain.doFilter(new Counted(request), response);
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
