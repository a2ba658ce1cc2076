package chat.parley.command.conversation.react;

import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * One emoji, as a person chose it. Whether it is drawn as a picture or as text (U+FE0F) does not tell it from another.
 *
 * @param value one grapheme cluster
 */
public record Emoji(String value) {

    /** The longest that Unicode recommends for interchange has ten. */
    private static final int MOST_CODE_POINTS = 16;

    private static final Pattern ONE_CLUSTER = Pattern.compile("\\X");
    private static final String AS_PICTURE = "\uFE0F";
    private static final int KEYCAP = 0x20E3;
    private static final int FIRST_REGIONAL_INDICATOR = 0x1F1E6;
    private static final int LAST_REGIONAL_INDICATOR = 0x1F1FF;

    /** @throws Refused {@link Reason#EMOJI_INVALID} */
    static Emoji of(String value) {
        int codePoints = value.codePointCount(0, value.length());
        if (codePoints > MOST_CODE_POINTS
                || !value.codePoints().allMatch(Emoji::belongs)
                || !isDrawn(value)
                || !ONE_CLUSTER.matcher(value).matches()) {
            throw new Refused(Reason.EMOJI_INVALID);
        }
        return new Emoji(value);
    }

    private static boolean belongs(int codePoint) {
        return Character.isEmoji(codePoint) || Character.isEmojiComponent(codePoint);
    }

    /** Digits are emoji to Unicode as well, since keycaps begin with them; half a flag is a letter. */
    private static boolean isDrawn(String value) {
        return has(value, Character::isExtendedPictographic)
                || has(value, codePoint -> codePoint == KEYCAP)
                || value.codePoints().filter(Emoji::isRegionalIndicator).count() == 2;
    }

    private static boolean has(String value, IntPredicate kind) {
        return value.codePoints().anyMatch(kind);
    }

    private static boolean isRegionalIndicator(int codePoint) {
        return codePoint >= FIRST_REGIONAL_INDICATOR && codePoint <= LAST_REGIONAL_INDICATOR;
    }

    /** What tells emoji apart. */
    static String canonical(String emoji) {
        return emoji.replace(AS_PICTURE, "");
    }

    boolean is(String other) {
        return canonical(value).equals(canonical(other));
    }
}
