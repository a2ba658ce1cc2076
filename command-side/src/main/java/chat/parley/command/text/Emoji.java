package chat.parley.command.text;

import java.util.regex.Pattern;

/** Tells what is one emoji. */
public final class Emoji {

    /**
     * Unicode also counts digits as emoji, because keycaps begin with them, and a regional indicator alone is a letter: so
     * something pictographic is required. The longest sequence recommended for interchange has ten code points.
     */
    private static final Pattern ONE = Pattern.compile("(?=\\X\\z)"
            + "(?=.*(?:\\p{IsExtended_Pictographic}|\\x{20E3}|[\\x{1F1E6}-\\x{1F1FF}]{2}))"
            + "[\\p{IsEmoji}\\p{IsEmoji_Component}]{1,16}");

    private Emoji() {}

    public static boolean isOne(String text) {
        return ONE.matcher(text).matches();
    }
}
