package chat.parley.access;

/** Checks that text has no half surrogate pairs: these have no UTF-8, so they can be neither stored nor sent. */
public final class WellFormedText {

    private WellFormedText() {}

    public static boolean areAllOf(String text) {
        return text.codePoints().noneMatch(each -> Character.getType(each) == Character.SURROGATE);
    }
}
