package chat.parley.access;

/** Half of a surrogate pair has no UTF-8: it can neither be kept nor be said to anyone. */
public final class WholeCharacters {

    private WholeCharacters() {}

    public static boolean areAllOf(String text) {
        return text.codePoints().noneMatch(each -> Character.getType(each) == Character.SURROGATE);
    }
}
