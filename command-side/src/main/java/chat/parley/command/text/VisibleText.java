package chat.parley.command.text;

/** Tells whether anything of a text can be seen. */
public final class VisibleText {

    private static final int BRAILLE_BLANK = 0x2800;

    /**
     * The code points that are shown as nothing where a font does not know them, and that are neither {@link Character#FORMAT} nor
     * unassigned: Default_Ignorable_Code_Point in DerivedCoreProperties.txt of Unicode 16. Each pair is a range, both ends included.
     */
    private static final int[][] IGNORABLE = {
        {0x034F, 0x034F},
        {0x115F, 0x1160},
        {0x17B4, 0x17B5},
        {0x180B, 0x180F},
        {0x3164, 0x3164},
        {0xFE00, 0xFE0F},
        {0xFFA0, 0xFFA0},
        {0xFFF0, 0xFFF8},
        {0xE0000, 0xE0FFF}
    };

    private VisibleText() {}

    /** False for text of blanks, control characters, and characters that are shown as nothing. */
    public static boolean isIn(String text) {
        return text.codePoints().anyMatch(VisibleText::isVisible);
    }

    private static boolean isVisible(int codePoint) {
        return !Character.isWhitespace(codePoint)
                && !Character.isSpaceChar(codePoint)
                && !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.FORMAT
                && codePoint != BRAILLE_BLANK
                && !isIgnorable(codePoint);
    }

    private static boolean isIgnorable(int codePoint) {
        for (int[] range : IGNORABLE) {
            if (codePoint >= range[0] && codePoint <= range[1]) {
                return true;
            }
        }
        return false;
    }
}
