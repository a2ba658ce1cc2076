package chat.parley.access;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Stops the start if a controller's method of Parley neither asks who calls nor is marked as open to everyone. */
final class DefaultDenyCheck implements SmartInitializingSingleton {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    DefaultDenyCheck(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        mappings.forEach(mapping -> mapping.getHandlerMethods().values().forEach(DefaultDenyCheck::check));
    }

    private static void check(HandlerMethod handler) {
        boolean ruled = ControllerRules.asksWhoCalls(handler) || ControllerRules.isOpen(handler);
        if (ControllerRules.isOurs(handler) && !ruled) {
            throw new IllegalStateException(handler
                    + " takes no Caller, nor a @Scoped MachineClientCaller, and is not marked @OpenToEveryone: anyone"
                    + " could call it");
        }
    }
}
