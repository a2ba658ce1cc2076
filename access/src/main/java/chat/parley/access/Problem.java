package chat.parley.access;

import chat.parley.refusals.FieldProblem;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A refusal as a problem document (RFC 9457).
 *
 * @param type {@code urn:parley:problem:} and the code
 * @param title the same sentence for every refusal with this code
 * @param detail a sentence a person understands
 * @param code the reason; codes may be added
 * @param retryable whether the same request may succeed later
 * @param errors the invalid fields or parameters; absent if there are none
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        boolean retryable,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<InvalidField> errors) {

    record InvalidField(String field, String code, String detail) {

        static InvalidField of(FieldProblem problem) {
            return new InvalidField(problem.field(), problem.reason().code(), problem.sentence());
        }
    }

    private static final Duration SOON = Duration.ofSeconds(1);

    static Problem of(Refused refused) {
        Reason reason = refused.reason();
        return new Problem(
                "urn:parley:problem:" + reason.code(),
                reason.sentence(),
                reason.status(),
                refused.sentence(),
                reason.code(),
                reason.retryable(),
                refused.fields().stream().map(InvalidField::of).toList());
    }

    /** The whole response, with the headers that the refusal needs. */
    static ResponseEntity<Object> answer(Refused refused, HttpHeaders headers) {
        Reason reason = refused.reason();
        HttpHeaders all = new HttpHeaders();
        all.putAll(headers);
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (reason.retryable()) {
            Duration wait = refused.retryAfter() == null ? SOON : refused.retryAfter();
            // The header takes whole seconds; rounded up, so that nobody comes too early.
            all.set(HttpHeaders.RETRY_AFTER, Long.toString(wait.plusMillis(999).toSeconds()));
        }
        if (reason.status() == 401) {
            all.set(HttpHeaders.WWW_AUTHENTICATE, reason == Reason.INVALID_CLIENT ? "Basic" : "Bearer");
        }
        return ResponseEntity.status(reason.status()).headers(all).body(of(refused));
    }
}
