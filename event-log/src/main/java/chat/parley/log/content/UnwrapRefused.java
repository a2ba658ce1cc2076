package chat.parley.log.content;

/** The master key did not wrap these bytes in this context. */
public final class UnwrapRefused extends Exception {

    private static final long serialVersionUID = 1L;

    UnwrapRefused(Throwable cause) {
        super("the data key does not unwrap", cause);
    }
}
