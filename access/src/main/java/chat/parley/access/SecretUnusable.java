package chat.parley.access;

/** A secret the service cannot start with. */
public final class SecretUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SecretUnusable(String message) {
        super(message);
    }
}
