package chat.parley.log.content;

/** What was sealed cannot be opened; the message says why, without anything of it. */
final class SealBroken extends Exception {

    private static final long serialVersionUID = 1L;

    SealBroken(String message) {
        super(message);
    }
}
