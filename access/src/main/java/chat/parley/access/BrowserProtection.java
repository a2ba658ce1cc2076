package chat.parley.access;

import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps pages of others away from every answer: no other origin may embed it, over TLS the browser comes by TLS from then on, and where
 * hosts are checked, a page whose own name was made to point here gets nothing (DNS rebinding).
 */
final class BrowserProtection extends OncePerRequestFilter {

    private static final String ONE_YEAR = "max-age=31536000";

    /** Empty if every host will do. */
    private final Set<String> hosts;

    /** @param origins whose hosts are accepted; null for every host */
    BrowserProtection(@Nullable AllowedOrigins origins) {
        this.hosts = origins == null
                ? Set.of()
                : origins.origins().stream()
                        .map(origin -> URI.create(origin).getAuthority())
                        .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", ONE_YEAR);
        }
        String host = request.getHeader(HttpHeaders.HOST);
        if (!hosts.isEmpty() && (host == null || !hosts.contains(host))) {
            throw new Refused(Reason.NOT_FOUND);
        }
        chain.doFilter(request, response);
    }
}
