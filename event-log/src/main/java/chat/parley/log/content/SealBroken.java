package chat.parley.log.content;

/** Sealed bytes cannot be opened. The message says why, without any of the content. */
final class SealBroken extends Exception {

    private static final long serialVersionUID = 1L;

    SealBroken(String message) {
        super(message);
    }
}
