package chat.parley.command.text;

import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Normalizes the text of a message: the same text always gives the same result, so that a repetition is recognized. */
public final class MessageText {

    private static final String FIELD = "text";
    private static final int MOST_CODE_POINTS = 2_000;
    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?");

    private MessageText() {}

    /**
     * Converts line ends to line feeds and normalizes to NFC. Nothing is dropped or replaced: invalid text is refused.
     *
     * @throws Refused {@link Reason#TEXT_INVALID} for control characters other than line ends and tabs, and for half a
     *     surrogate pair; {@link Reason#TEXT_EMPTY} if nothing would be visible; {@link Reason#TEXT_TOO_LONG}
     */
    public static String normalized(String text) {
        String lines = text.indexOf('\r') < 0 ? text : LINE_ENDS.matcher(text).replaceAll("\n");
        if (!lines.codePoints().allMatch(MessageText::isKept)) {
            throw Refused.forField(FIELD, Reason.TEXT_INVALID);
        }
        String normalized = Normalizer.normalize(lines, Normalizer.Form.NFC);
        if (!VisibleText.isIn(normalized)) {
            throw Refused.forField(FIELD, Reason.TEXT_EMPTY);
        }
        if (normalized.codePointCount(0, normalized.length()) > MOST_CODE_POINTS) {
            throw Refused.forField(FIELD, Reason.TEXT_TOO_LONG);
        }
        return normalized;
    }

    /** Half of a surrogate pair has no UTF-8. */
    private static boolean isKept(int codePoint) {
        boolean shown = codePoint == '\n' || codePoint == '\t' || !Character.isISOControl(codePoint);
        return shown && Character.getType(codePoint) != Character.SURROGATE;
    }
}
