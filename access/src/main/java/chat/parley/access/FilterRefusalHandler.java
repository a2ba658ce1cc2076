package chat.parley.access;

import chat.parley.refusals.Refused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Answers a refusal by a filter like a refusal by a controller; Tomcat would log it as an error. */
final class FilterRefusalHandler extends OncePerRequestFilter {

    private final HandlerExceptionResolver resolver;

    FilterRefusalHandler(HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (Refused refused) {
            resolver.resolveException(request, response, null, refused);
        }
    }
}
