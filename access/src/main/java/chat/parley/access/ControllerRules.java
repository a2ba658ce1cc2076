package chat.parley.access;

import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.security.SecurityEvent;
import chat.parley.security.SecurityEvents;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * The authorization rules of all controllers, as their methods declare them: a method of Parley takes a {@link Caller}, a
 * {@link ServiceCaller} or a {@link Scoped} {@link MachineClientCaller}, or it is {@link OpenToEveryone}. Other requests have no
 * rule here: files, WebSocket handshakes, which use tickets, and unknown addresses.
 */
final class ControllerRules implements AuthorizationManager<RequestAuthorizationContext> {

    private static final String OURS = "chat.parley.";
    private static final String FOUND = ControllerRules.class.getName() + ".found";

    private record Found(@Nullable HandlerMethod controller) {}

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final SecurityEvents security;

    ControllerRules(ObjectProvider<RequestMappingHandlerMapping> mappings, SecurityEvents security) {
        this.mappings = mappings;
        this.security = security;
    }

    /** Whether a request must be authenticated. */
    boolean asksWhoCalls(HttpServletRequest request) {
        HandlerMethod controller = controllerOf(request);
        return controller != null && !isOpen(controller);
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        HandlerMethod controller = controllerOf(context.getRequest());
        if (controller == null || isOpen(controller)) {
            return new AuthorizationDecision(true);
        }
        Principal principal = TokenAuthenticationProvider.principalOf(authentication.get());
        Arrays.stream(controller.getMethodParameters())
                .filter(ControllerRules::asksWhoCalls)
                .forEach(parameter -> require(parameter, principal, context.getRequest()));
        return new AuthorizationDecision(asksWhoCalls(controller));
    }

    /** Throws the exact reason; a decision could only say no. */
    private void require(MethodParameter parameter, @Nullable Principal principal, HttpServletRequest request) {
        Scoped scoped = parameter.getParameterAnnotation(Scoped.class);
        if (scoped != null) {
            requireScope(scoped, principal, operation(request));
        } else if (argument(parameter.getParameterType(), principal) == null
                || (principal instanceof ServiceCaller
                        && parameter.getParameterType() == Caller.class
                        && !isContract(parameter))) {
            throw new Refused(Reason.UNAUTHENTICATED);
        }
    }

    /** Service tokens are for what services ask each other, so whoever holds a gateway's key can do no more than a gateway does. */
    private static boolean isContract(MethodParameter parameter) {
        return parameter.getMethod() != null
                && AnnotatedElementUtils.hasAnnotation(parameter.getMethod(), HttpExchange.class);
    }

    /** One of the scopes is enough. */
    private void requireScope(Scoped scoped, @Nullable Principal principal, String operation) {
        switch (principal) {
            case MachineClientCaller client
            when Arrays.stream(scoped.value()).anyMatch(client::may) -> {
                Set<Scope> used =
                        Arrays.stream(scoped.value()).filter(client::may).collect(Collectors.toUnmodifiableSet());
                security.record(new SecurityEvent.ScopeUsed(client.client(), used, operation));
            }
            case MachineClientCaller client -> {
                security.record(new SecurityEvent.ScopeRefused(null, client.client(), operation));
                throw new Refused(Reason.INSUFFICIENT_SCOPE);
            }
            case Caller caller -> {
                security.record(new SecurityEvent.ScopeRefused(caller.user(), null, operation));
                throw new Refused(Reason.INSUFFICIENT_SCOPE, "This is for programs with a token of their own.");
            }
            case ServiceCaller _ -> throw new Refused(Reason.UNAUTHENTICATED);
            case null -> throw new Refused(Reason.UNAUTHENTICATED);
        }
    }

    /** Method and path, with names in place of ids. */
    private static String operation(HttpServletRequest request) {
        return request.getMethod() + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    }

    /**
     * The value of a parameter of this type; null if the principal is not of its kind. A service token names the person the
     * service calls for.
     */
    static @Nullable Object argument(Class<?> type, @Nullable Principal principal) {
        if (type == Caller.class && principal instanceof ServiceCaller service) {
            return service.caller();
        }
        return type.isInstance(principal) ? principal : null;
    }

    /** Looked up once per request, though two filters ask. */
    private @Nullable HandlerMethod controllerOf(HttpServletRequest request) {
        if (request.getAttribute(FOUND) instanceof Found found) {
            return found.controller();
        }
        HandlerMethod controller = lookUp(request);
        request.setAttribute(FOUND, new Found(controller));
        return controller;
    }

    private @Nullable HandlerMethod lookUp(HttpServletRequest request) {
        ServletRequestPathUtils.parseAndCache(request);
        return mappings.stream()
                .map(mapping -> handler(mapping, request))
                .filter(handler -> handler instanceof HandlerMethod method && isOurs(method))
                .map(HandlerMethod.class::cast)
                .findFirst()
                .orElse(null);
    }

    /** A request that no handler accepts is refused later, together with what would be accepted. */
    private static @Nullable Object handler(RequestMappingHandlerMapping mapping, HttpServletRequest request) {
        try {
            HandlerExecutionChain chain = mapping.getHandler(request);
            return chain == null ? null : chain.getHandler();
        } catch (Exception _) {
            return null;
        }
    }

    static boolean isOurs(HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith(OURS);
    }

    static boolean asksWhoCalls(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(ControllerRules::asksWhoCalls);
    }

    static boolean asksWhoCalls(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == Caller.class
                || type == ServiceCaller.class
                || (type == MachineClientCaller.class && parameter.hasParameterAnnotation(Scoped.class));
    }

    static boolean isOpen(HandlerMethod handler) {
        return handler.hasMethodAnnotation(OpenToEveryone.class)
                || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), OpenToEveryone.class);
    }
}
