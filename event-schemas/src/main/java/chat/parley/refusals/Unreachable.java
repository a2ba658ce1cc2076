package chat.parley.refusals;

import org.jspecify.annotations.Nullable;

/** A store or a service that a request needs cannot be reached: nothing is wrong with the request, which may be tried again. */
public abstract class Unreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected Unreachable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
