package chat.parley.access;

import java.util.Arrays;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A controller's method of Parley that asks neither who calls nor says it is open does not start. */
final class DefaultDeny implements SmartInitializingSingleton {

    private static final String OURS = "chat.parley.";

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    DefaultDeny(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        mappings.forEach(mapping -> mapping.getHandlerMethods().values().forEach(DefaultDeny::check));
    }

    private static void check(HandlerMethod handler) {
        boolean ours = handler.getBeanType().getName().startsWith(OURS);
        if (ours && !asksWhoCalls(handler) && !isOpen(handler)) {
            throw new IllegalStateException(
                    handler
                            + " takes no Caller, nor a @Scoped ClientCaller, and is not marked @OpenToEveryone: anyone could call it");
        }
    }

    private static boolean asksWhoCalls(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(CallerParameters::asksWhoCalls);
    }

    private static boolean isOpen(HandlerMethod handler) {
        return handler.hasMethodAnnotation(OpenToEveryone.class)
                || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), OpenToEveryone.class);
    }
}
