package chat.parley.command.conversation.sendmessage;

import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** What of a text is kept: the same text always becomes the same, so that a message sent again is recognized. */
final class MessageText {

    private static final int MOST_CODE_POINTS = 2_000;
    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?");
    private static final int REPLACEMENT = 0xFFFD;

    private MessageText() {}

    /**
     * Normalizes to NFC, makes every line end a line feed, and leaves out other control characters than tab: they come with
     * what is pasted from terminals, show nothing and are no reason to refuse the rest.
     *
     * @throws Refused {@link Reason#TEXT_EMPTY} where nothing would be seen, {@link Reason#TEXT_TOO_LONG}
     */
    static String normalized(String text) {
        String lines = LINE_ENDS.matcher(text).replaceAll("\n");
        StringBuilder kept = new StringBuilder(lines.length());
        lines.codePoints()
                .filter(MessageText::isKept)
                .map(MessageText::wellFormed)
                .forEach(kept::appendCodePoint);
        String normalized = Normalizer.normalize(kept, Normalizer.Form.NFC);
        if (normalized.codePoints().noneMatch(MessageText::isVisible)) {
            throw new Refused(Reason.TEXT_EMPTY);
        }
        if (normalized.codePointCount(0, normalized.length()) > MOST_CODE_POINTS) {
            throw new Refused(Reason.TEXT_TOO_LONG);
        }
        return normalized;
    }

    private static boolean isKept(int codePoint) {
        return codePoint == '\n' || codePoint == '\t' || !Character.isISOControl(codePoint);
    }

    /** Half of a surrogate pair has no UTF-8: what is stored must be what was answered for. */
    private static int wellFormed(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE ? REPLACEMENT : codePoint;
    }

    private static boolean isVisible(int codePoint) {
        return !Character.isWhitespace(codePoint)
                && !Character.isSpaceChar(codePoint)
                && !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.FORMAT;
    }
}
