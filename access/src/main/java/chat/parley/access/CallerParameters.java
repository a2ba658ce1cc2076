package chat.parley.access;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Fills controllers' parameters of the types {@link Caller}, {@link ServiceCaller} and {@link ClientCaller}. */
final class CallerParameters implements HandlerMethodArgumentResolver {

    private final Callers callers;

    CallerParameters(Callers callers) {
        this.callers = callers;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return asksWhoCalls(parameter);
    }

    static boolean asksWhoCalls(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == Caller.class
                || type == ServiceCaller.class
                || (type == ClientCaller.class && parameter.hasParameterAnnotation(Scoped.class));
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        Scoped scoped = parameter.getParameterAnnotation(Scoped.class);
        if (scoped != null) {
            return callers.client(authorization, scoped.value());
        }
        return parameter.getParameterType() == ServiceCaller.class
                ? callers.serviceCaller(authorization)
                : callers.caller(authorization);
    }
}
