package chat.parley.log.content;

import chat.parley.refusals.Unreachable;

/** The service that holds the master key does not answer or does not grant its use. */
public final class MasterKeyUnavailable extends Unreachable {

    private static final long serialVersionUID = 1L;

    MasterKeyUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
