package chat.parley.refusals;

import org.jspecify.annotations.Nullable;

/** A store or service that a request needs cannot be reached. The request itself is fine and may be repeated. */
public abstract class Unreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected Unreachable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
