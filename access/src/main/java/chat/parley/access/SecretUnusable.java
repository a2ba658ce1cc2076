package chat.parley.access;

/** A secret the service cannot start with. */
final class SecretUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SecretUnusable(String message) {
        super(message);
    }
}
