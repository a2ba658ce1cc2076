package chat.parley.contracts;

import chat.parley.refusals.FieldProblem;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapterDecorator;
import org.springframework.web.service.invoker.HttpRequestValues;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Translates failures of calls to other services into refusals. */
final class ServiceRefusals extends HttpExchangeAdapterDecorator {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceRefusals.class);

    ServiceRefusals(HttpExchangeAdapter calls) {
        super(calls);
    }

    @Override
    public void exchange(HttpRequestValues request) {
        reached(() -> {
            super.exchange(request);
            return null;
        });
    }

    @Override
    public <T> @Nullable T exchangeForBody(HttpRequestValues request, ParameterizedTypeReference<T> type) {
        return reached(() -> super.exchangeForBody(request, type));
    }

    private static <T> @Nullable T reached(Supplier<@Nullable T> call) {
        try {
            return call.get();
        } catch (ResourceAccessException e) {
            LOG.warn("a service cannot be reached: {}", String.valueOf(e.getMessage()));
            throw new Refused(Reason.UNAVAILABLE);
        }
    }

    private static List<FieldProblem> fields(JsonNode problem) {
        return problem.path("errors")
                .valueStream()
                .flatMap(error -> Reason.ofCode(error.path("code").asString(""))
                        .map(reason -> new FieldProblem(
                                error.required("field").asString(),
                                reason,
                                error.required("detail").asString()))
                        .stream())
                .toList();
    }

    /** The refusal in the other service's problem document. */
    static Refused of(URI address, ClientHttpResponse answer) throws IOException {
        try {
            JsonNode problem = JsonMapper.shared().readTree(answer.getBody());
            Optional<Reason> reason = Reason.ofCode(problem.path("code").asString(""));
            if (reason.isPresent()) {
                List<FieldProblem> fields = fields(problem);
                return fields.isEmpty()
                        ? new Refused(reason.get(), problem.required("detail").asString(), retryAfter(answer))
                        : Refused.forFields(fields);
            }
        } catch (JacksonException e) {
            LOG.debug("not a problem document", e);
        }
        LOG.error("{} answered {} without a reason known here", address, answer.getStatusCode());
        return new Refused(Reason.INTERNAL);
    }

    private static @Nullable Duration retryAfter(ClientHttpResponse answer) {
        String seconds = answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
        return seconds == null ? null : Duration.ofSeconds(Long.parseLong(seconds));
    }
}
