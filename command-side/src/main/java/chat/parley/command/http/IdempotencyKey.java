package chat.parley.command.http;

import chat.parley.access.Caller;
import chat.parley.access.MachineClientCaller;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header {@value #HEADER} of a command. A controller's parameter of this type is filled from it; without a valid header
 * the request is refused.
 *
 * @param value 1 to 64 visible ASCII characters
 * @param request method and address of the request
 */
public record IdempotencyKey(String value, String request) {

    /** Named after the draft of the IETF's HTTP API working group. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E]{1,64}");

    static IdempotencyKey of(@Nullable String header, String request) {
        if (header == null) {
            throw new Refused(Reason.IDEMPOTENCY_KEY_MISSING);
        }
        if (!FORM.matcher(header).matches()) {
            throw new Refused(Reason.IDEMPOTENCY_KEY_INVALID);
        }
        return new IdempotencyKey(header, request);
    }

    /** For a request that is fully described by its address, or whose body is secret. */
    public CommandKey of(Caller caller) {
        return CommandKey.of(caller.user().value(), this, null);
    }

    /** @param body tells this request from others with the same key; must hold no secret */
    public CommandKey of(Caller caller, Object body) {
        return CommandKey.of(caller.user().value(), this, body);
    }

    /** As {@link #of(Caller)}, for a machine client. */
    public CommandKey of(MachineClientCaller caller) {
        return CommandKey.of(caller.client().value(), this, null);
    }

    /** As {@link #of(Caller, Object)}, for a machine client. */
    public CommandKey of(MachineClientCaller caller, Object body) {
        return CommandKey.of(caller.client().value(), this, body);
    }
}
