package chat.parley.access;

import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every exception into a response over HTTP. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> anything(Exception thrown) {
        return answer(thrown, HttpHeaders.EMPTY);
    }

    /** Refusals by Spring itself, which come with headers such as Allow. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception thrown, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(thrown, headers);
    }

    static ResponseEntity<Object> answer(Throwable thrown, HttpHeaders headers) {
        Refused refused = Refusals.of(thrown);
        if (refused.reason() == Reason.INTERNAL) {
            LOG.error("A request failed", thrown);
        } else if (refused.reason() == Reason.UNAVAILABLE && thrown != refused) {
            LOG.warn("A request could not be served: {}", thrown.toString());
        } else {
            LOG.debug("Refused: {}", refused.reason());
        }
        return Problem.answer(refused, headers);
    }
}
