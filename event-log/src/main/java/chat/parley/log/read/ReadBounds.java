package chat.parley.log.read;

/** Checks the arguments of a read. */
final class ReadBounds {

    private ReadBounds() {}

    static void check(long from) {
        if (from < 0) {
            throw new IllegalArgumentException("a position or sequence is not negative: " + from);
        }
    }

    static void check(long from, int limit) {
        check(from);
        if (limit < 0) {
            throw new IllegalArgumentException("a limit is not negative: " + limit);
        }
    }
}
