package chat.parley.command.conversation.creategroup;

import chat.parley.command.text.SingleLineText;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.text.Normalizer;

/** Normalizes the name of a group. */
final class GroupName {

    private static final int MOST_CODE_POINTS = 100;

    private GroupName() {}

    /**
     * Normalizes to NFC, without surrounding space.
     *
     * @throws Refused {@link Reason#GROUP_NAME_INVALID} if the result is empty, too long, or not {@linkplain SingleLineText plain}
     */
    static String normalized(String name) {
        String normalized = Normalizer.normalize(name, Normalizer.Form.NFC).strip();
        boolean valid = !normalized.isEmpty()
                && normalized.codePointCount(0, normalized.length()) <= MOST_CODE_POINTS
                && SingleLineText.isPlain(normalized);
        if (!valid) {
            throw new Refused(Reason.GROUP_NAME_INVALID);
        }
        return normalized;
    }
}
