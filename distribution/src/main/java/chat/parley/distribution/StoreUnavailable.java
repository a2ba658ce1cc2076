package chat.parley.distribution;

/** The store behind a handler cannot be reached. The event is not at fault; the consumer waits. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailable(Throwable cause) {
        super(cause);
    }
}
