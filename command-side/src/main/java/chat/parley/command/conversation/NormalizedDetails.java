package chat.parley.command.conversation;

import chat.parley.command.text.SingleLineText;
import chat.parley.command.text.VisibleText;
import chat.parley.events.GroupDetails;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Normalizes what a group is called and what it is for. */
public final class NormalizedDetails {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ABOUT = 500;

    private NormalizedDetails() {}

    /**
     * In NFC, without surrounding space; a description of nothing is none.
     *
     * @throws Refused {@link Reason#GROUP_NAME_INVALID} if the name is empty, too long, or not {@linkplain SingleLineText plain}, {@link
     *     Reason#GROUP_ABOUT_INVALID} if the description is too long or has a line that is not plain
     */
    public static GroupDetails of(String name, @Nullable String about) {
        String called = Normalizer.normalize(name, Normalizer.Form.NFC).strip();
        if (called.isEmpty() || isLonger(called, LONGEST_NAME) || !SingleLineText.isPlain(called)) {
            throw Refused.forField("name", Reason.GROUP_NAME_INVALID);
        }
        return new GroupDetails(called, about == null ? null : described(about));
    }

    private static @Nullable String described(String about) {
        String described = Normalizer.normalize(about, Normalizer.Form.NFC).strip();
        if (!VisibleText.isIn(described)) {
            return null;
        }
        if (isLonger(described, LONGEST_ABOUT) || !described.lines().allMatch(SingleLineText::isPlain)) {
            throw Refused.forField("about", Reason.GROUP_ABOUT_INVALID);
        }
        return described;
    }

    private static boolean isLonger(String text, int most) {
        return text.codePointCount(0, text.length()) > most;
    }
}
