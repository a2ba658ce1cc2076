package chat.parley.access;

import chat.parley.refusals.Refused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The port for operators. It shares the rules of the controllers with the port for people, but has none of them: what is asked of one here is
 * answered as unknown, before any rule.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
public class OperatorsPort {

    @Bean
    FilterRegistrationBean<EndpointsOnly> endpointsOnly(WebEndpointProperties endpoints) {
        FilterRegistrationBean<EndpointsOnly> registration =
                new FilterRegistrationBean<>(new EndpointsOnly(endpoints.getBasePath()));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    static final class EndpointsOnly extends OncePerRequestFilter {

        private final String base;

        EndpointsOnly(String base) {
            this.base = base;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String path = request.getRequestURI();
            if (path.equals(base) || path.startsWith(base + "/")) {
                chain.doFilter(request, response);
                return;
            }
            Refused unknown = Refusals.ofStatus(HttpStatus.NOT_FOUND.value());
            response.setStatus(unknown.reason().status());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter().write(JsonMapper.shared().writeValueAsString(Problem.of(unknown)));
        }
    }
}
