package chat.parley.log.content;

import chat.parley.refusals.Unreachable;

/** The key service does not answer or refuses. */
public final class MasterKeyUnavailable extends Unreachable {

    private static final long serialVersionUID = 1L;

    MasterKeyUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
