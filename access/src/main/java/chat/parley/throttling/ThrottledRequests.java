package chat.parley.throttling;

import chat.parley.access.Caller;
import chat.parley.access.Callers;
import chat.parley.access.MachineClientCaller;
import chat.parley.access.Principal;
import chat.parley.access.ServiceCaller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Counts requests before their bodies are read, and refuses those that are too many. Tells how many are left by the headers of the IETF
 * draft draft-ietf-httpapi-ratelimit-headers.
 */
final class ThrottledRequests implements HandlerInterceptor {

    private final Throttle throttle;

    ThrottledRequests(Throttle throttle) {
        this.throttle = throttle;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Principal principal = Callers.current();
        if (handler instanceof HandlerMethod method && !(principal instanceof ServiceCaller)) {
            if (principal != null) {
                throttle.take(Limit.REQUESTS_ACCOUNT, account(principal)).orRefuse();
            }
            Throttled throttled = method.getMethodAnnotation(Throttled.class);
            if (throttled != null) {
                count(List.of(throttled.value()), principal, request, response);
            }
        }
        return true;
    }

    private void count(
            List<Limit> limits,
            @Nullable Principal principal,
            HttpServletRequest request,
            HttpServletResponse response) {
        List<Taken> taken = new ArrayList<>();
        for (Limit limit : limits) {
            taken.add(throttle.take(limit, subject(limit, principal, request)));
        }
        response.setHeader("RateLimit-Policy", taken.stream().map(Taken::policy).collect(Collectors.joining(", ")));
        response.setHeader("RateLimit", taken.stream().map(Taken::state).collect(Collectors.joining(", ")));
        taken.forEach(Taken::orRefuse);
    }

    private static Object subject(Limit limit, @Nullable Principal principal, HttpServletRequest request) {
        return switch (limit.subject()) {
            case ADDRESS -> ClientAddress.of(request);
            case ACCOUNT -> account(known(limit, principal));
            case SESSION -> session(known(limit, principal));
            case OTHER -> throw unknown(limit);
        };
    }

    private static Principal known(Limit limit, @Nullable Principal principal) {
        if (principal == null) {
            throw unknown(limit);
        }
        return principal;
    }

    private static Object account(Principal principal) {
        return switch (principal) {
            case Caller caller -> caller.user();
            case ServiceCaller service -> service.caller().user();
            case MachineClientCaller client -> client.client();
        };
    }

    private static Object session(Principal principal) {
        return switch (principal) {
            case Caller caller -> caller.session();
            case ServiceCaller service -> service.caller().session();
            case MachineClientCaller client -> client.session();
        };
    }

    private static IllegalStateException unknown(Limit limit) {
        return new IllegalStateException("this request does not say whom " + limit + " is for");
    }
}
