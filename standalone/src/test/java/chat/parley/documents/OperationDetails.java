package chat.parley.documents;

import chat.parley.access.Caller;
import chat.parley.access.MachineClientCaller;
import chat.parley.access.RefusedWith;
import chat.parley.access.Scope;
import chat.parley.access.Scoped;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.refusals.Reason;
import com.fasterxml.classmate.ResolvedType;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** What a controller's method says about itself beside its mapping: who may call it and what it refuses. */
final class OperationDetails implements GlobalOperationCustomizer {

    static final String PERSON = "accessToken";
    static final String PROGRAM = "clientToken";
    static final String PROBLEM = "application/problem+json";

    private final Set<ResolvedType> requests = new LinkedHashSet<>();

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        List<MethodParameter> parameters = Arrays.asList(handler.getMethodParameters());
        bodies(parameters)
                .map(parameter -> RecordReferences.resolved(parameter.getGenericParameterType()))
                .forEach(requests::add);
        operation.setSecurity(security(operation, parameters));
        if (operation.getParameters() != null) {
            // Credentials are told by the security schemes.
            operation
                    .getParameters()
                    .removeIf(each ->
                            "cookie".equals(each.getIn()) || each.getName().endsWith("Authorization"));
        }
        if (takesKey(parameters)) {
            operation.addParametersItem(key());
        }
        operation.getResponses().keySet().removeIf(status -> status.startsWith("4") || status.startsWith("5"));
        refusals(operation, handler, parameters)
                .forEach((status, reasons) ->
                        operation.getResponses().addApiResponse(Integer.toString(status), problem(reasons)));
        return operation;
    }

    /** What bodies of requests are. */
    Set<ResolvedType> requests() {
        return Collections.unmodifiableSet(requests);
    }

    private static List<SecurityRequirement> security(Operation operation, List<MethodParameter> parameters) {
        List<SecurityRequirement> any = new ArrayList<>();
        for (MethodParameter parameter : parameters) {
            Scoped scoped = parameter.getParameterAnnotation(Scoped.class);
            if (scoped != null) {
                Arrays.stream(scoped.value())
                        .map(Scope::code)
                        .forEach(scope -> any.add(new SecurityRequirement().addList(PROGRAM, scope)));
            } else if (parameter.getParameterType() == Caller.class) {
                any.add(new SecurityRequirement().addList(PERSON));
            }
        }
        if (operation.getSecurity() != null) {
            any.addAll(operation.getSecurity());
        }
        if (annotated(parameters, CookieValue.class).findAny().isPresent()) {
            // Or by what the body holds.
            any.add(new SecurityRequirement());
        }
        return any;
    }

    private static Map<Integer, Set<Reason>> refusals(
            Operation operation, HandlerMethod handler, List<MethodParameter> parameters) {
        Set<Reason> reasons = EnumSet.of(
                Reason.SLOW_DOWN, Reason.INTERNAL, Reason.UNAVAILABLE, Reason.MALFORMED, Reason.NOT_ACCEPTABLE);
        RefusedWith own = handler.getMethodAnnotation(RefusedWith.class);
        if (own != null) {
            reasons.addAll(List.of(own.value()));
        }
        if (parameters.stream().anyMatch(each -> each.getParameterType() == Caller.class)) {
            reasons.addAll(List.of(Reason.UNAUTHENTICATED, Reason.TOKEN_EXPIRED, Reason.SESSION_ENDED));
        }
        if (parameters.stream().anyMatch(each -> each.getParameterType() == MachineClientCaller.class)) {
            reasons.addAll(List.of(Reason.UNAUTHENTICATED, Reason.TOKEN_EXPIRED, Reason.INSUFFICIENT_SCOPE));
        }
        if (takesKey(parameters)) {
            reasons.addAll(List.of(
                    Reason.IDEMPOTENCY_KEY_MISSING, Reason.IDEMPOTENCY_KEY_INVALID, Reason.IDEMPOTENCY_KEY_REUSED));
        }
        if (operation.getRequestBody() != null) {
            reasons.addAll(List.of(Reason.TOO_LARGE, Reason.MEDIA_TYPE_UNSUPPORTED));
        }
        if (annotated(parameters, PathVariable.class).findAny().isPresent()) {
            reasons.add(Reason.NOT_FOUND);
        }
        if (annotated(parameters, RequestHeader.class).anyMatch(OperationDetails::isPosition)) {
            reasons.add(Reason.VIEW_BEHIND);
        }
        if (annotated(parameters, RequestParam.class).anyMatch(each -> "cursor".equals(each.getParameterName()))) {
            reasons.add(Reason.CURSOR_INVALID);
        }
        return reasons.stream()
                .collect(Collectors.groupingBy(
                        Reason::status, TreeMap::new, Collectors.toCollection(() -> EnumSet.noneOf(Reason.class))));
    }

    private static boolean takesKey(List<MethodParameter> parameters) {
        return parameters.stream().anyMatch(each -> each.getParameterType() == IdempotencyKey.class);
    }

    private static Parameter key() {
        return new HeaderParameter()
                .name(IdempotencyKey.HEADER)
                .required(true)
                .description("Chosen by the client, a new one for each command; the same when it is repeated.")
                .schema(new StringSchema().minLength(1).maxLength(64).pattern("^[!-~]+$"));
    }

    private static boolean isPosition(MethodParameter parameter) {
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        return header != null && header.name().equals("Parley-After");
    }

    private static Stream<MethodParameter> bodies(List<MethodParameter> parameters) {
        return annotated(parameters, RequestBody.class);
    }

    private static Stream<MethodParameter> annotated(
            List<MethodParameter> parameters, Class<? extends Annotation> annotation) {
        return parameters.stream().filter(each -> each.hasParameterAnnotation(annotation));
    }

    private static ApiResponse problem(Set<Reason> reasons) {
        String codes = reasons.stream()
                .map(reason -> "`%s`: %s".formatted(reason.code(), reason.sentence()))
                .collect(Collectors.joining("\n\n"));
        Schema<?> problem = new Schema<>().$ref("#/components/schemas/Problem");
        ApiResponse response = new ApiResponse()
                .description(codes)
                .content(new Content().addMediaType(PROBLEM, new MediaType().schema(problem)));
        response.addExtension("x-codes", reasons.stream().map(Reason::code).toList());
        if (reasons.stream().anyMatch(Reason::retryable)) {
            response.addHeaderObject(
                    "Retry-After",
                    new Header().description("Seconds, where it is retryable.").schema(new IntegerSchema()));
        }
        return response;
    }
}
