package chat.parley.access;

/** A configured secret is missing or invalid, so the service does not start. */
public final class SecretUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SecretUnusable(String message) {
        super(message);
    }
}
