package chat.parley.access;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Fills controllers' parameters of the types {@link Caller}, {@link ServiceCaller} and {@link MachineClientCaller}. */
final class CallerArgumentResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return ControllerRules.asksWhoCalls(parameter);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        Object caller = ControllerRules.argument(
                parameter.getParameterType(), TokenAuthenticationProvider.principalOf(authentication));
        if (caller == null) {
            throw new IllegalStateException("the rules let someone pass whom " + parameter + " does not take");
        }
        return caller;
    }
}
