package chat.parley.command.account.password;

import chat.parley.access.WellFormedText;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Checks the length as it is hashed, composed, then how many guesses somebody needs who tries common passwords, words, names, years and rows of keys first. There
 * are no rules about kinds of characters (NIST SP 800-63B, 3.1.1.2).
 */
public final class PasswordRules {

    private static final int FEWEST = 10;
    private static final int MOST = 128;
    /** zxcvbn's "safely unguessable" where hashes were stolen that are slow to try: more than 10^8 guesses. */
    private static final int GOOD_ENOUGH = 3;
    /** What comes after so many characters is not looked at: the time it takes grows faster than the length. */
    private static final int LOOKED_AT = 64;

    private static final Zxcvbn GUESSES = new Zxcvbn();

    private PasswordRules() {}

    /** @param username in lower case; may itself be invalid */
    public static boolean isWeak(String password, String username) {
        String composed = Normalizer.normalize(password, Normalizer.Form.NFC);
        int length = composed.codePointCount(0, composed.length());
        return length < FEWEST
                || length > MOST
                || !WellFormedText.areAllOf(password)
                || (!username.isEmpty() && composed.toLowerCase(Locale.ROOT).contains(username))
                || isGuessed(composed.substring(0, Math.min(composed.length(), LOOKED_AT)), username);
    }

    private static boolean isGuessed(String beginning, String username) {
        return GUESSES.measure(beginning, List.of(username, "parley")).getScore() < GOOD_ENOUGH;
    }
}
