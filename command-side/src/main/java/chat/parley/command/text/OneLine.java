package chat.parley.command.text;

/** What others read on one line among their own words, such as a name. */
public final class OneLine {

    private OneLine() {}

    /** Whether all of it is shown, and nothing but it is changed by being shown. */
    public static boolean isPlain(String text) {
        return text.codePoints().noneMatch(OneLine::isHidden);
    }

    /** Controls, halves of pairs, line ends, and what turns the direction of all text that follows. */
    private static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
        };
    }
}
