package chat.parley.gateway.webclient;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Headers that restrict pages in the browser: they load from and connect to this origin only ({@code 'self'} includes its
 * WebSocket), are not framed, and make no script or markup of a text: the one policy, {@code parley}, names the service worker.
 */
final class BrowserSecurityHeaders extends OncePerRequestFilter {

    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "connect-src 'self'",
            "img-src 'self' data: blob:",
            "media-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types parley");

    /** Calls will need camera and microphone; nothing else of the device is used. */
    private static final String PERMISSIONS_POLICY =
            "camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=(), usb=(), serial=(), hid=()";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", PERMISSIONS_POLICY);
        // A file that is sent as it is differs from its compressed forms as much as they do from it.
        if (!request.getRequestURI().startsWith("/api/")) {
            response.setHeader("Vary", "Accept-Encoding");
        }
        chain.doFilter(request, response);
    }
}
