package chat.parley.command.http;

import java.util.Arrays;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Stops the start if a method of the command side's controllers changes something and neither takes an idempotency key nor
 * says why it needs none.
 */
@Component
final class IdempotencyKeyCheck implements SmartInitializingSingleton {

    private static final String OURS = "chat.parley.command.";
    private static final String PUBLIC = "/api/";
    private static final Set<RequestMethod> READING =
            Set.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS, RequestMethod.TRACE);

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    IdempotencyKeyCheck(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        mappings.forEach(mapping -> mapping.getHandlerMethods().forEach(IdempotencyKeyCheck::check));
    }

    private static void check(RequestMappingInfo request, HandlerMethod handler) {
        boolean ours = handler.getBeanType().getName().startsWith(OURS);
        if (ours
                && changesSomething(request)
                && !takesKey(handler)
                && !handler.hasMethodAnnotation(WithoutIdempotencyKey.class)) {
            throw new IllegalStateException(
                    handler + " changes something, takes no IdempotencyKey and is not marked @WithoutIdempotencyKey");
        }
    }

    private static boolean changesSomething(RequestMappingInfo request) {
        return !READING.containsAll(request.getMethodsCondition().getMethods())
                && request.getPatternValues().stream().anyMatch(pattern -> pattern.startsWith(PUBLIC));
    }

    static boolean takesKey(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == IdempotencyKey.class);
    }
}
