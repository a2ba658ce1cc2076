package chat.parley.access;

/** Checks that text has no half surrogate pairs: these have no UTF-8, so they can be neither stored nor sent. */
public final class WellFormedText {

    private WellFormedText() {}

    /** Whether PostgreSQL and UTF-8 can hold it: without NUL, and as {@link #areAllOf} says. */
    public static boolean canBeStored(String text) {
        return text.indexOf(0) < 0 && areAllOf(text);
    }

    public static boolean areAllOf(String text) {
        return text.codePoints().noneMatch(each -> Character.getType(each) == Character.SURROGATE);
    }
}
