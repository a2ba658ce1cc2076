package chat.parley.command.text;

/** Checks text that is shown on one line among other text, such as a name. */
public final class SingleLineText {

    private SingleLineText() {}

    /** Whether every character is visible and changes nothing around it. */
    public static boolean isPlain(String text) {
        return text.codePoints().noneMatch(SingleLineText::isHidden);
    }

    /**
     * Control characters, half surrogate pairs, line ends, and characters that change the direction of the following text.
     */
    private static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
        };
    }
}
