package chat.parley.command.account.password;

import chat.parley.access.WellFormedText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks the length as it is hashed, composed, then a list of common passwords; no rules about kinds of characters (NIST SP 800-63B, 3.1.1.2). */
public final class PasswordRules {

    private static final int FEWEST = 10;
    private static final int MOST = 128;
    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    /** @param username in lower case; may itself be invalid */
    public static boolean isWeak(String password, String username) {
        String composed = Normalizer.normalize(password, Normalizer.Form.NFC);
        int length = composed.codePointCount(0, composed.length());
        String lower = composed.toLowerCase(Locale.ROOT);
        return length < FEWEST
                || length > MOST
                || composed.codePoints().distinct().count() == 1
                || !WellFormedText.areAllOf(password)
                || (!username.isEmpty() && lower.contains(username))
                || COMMON.contains(lower);
    }

    private static Set<String> common() {
        try (InputStream file =
                        Objects.requireNonNull(PasswordRules.class.getResourceAsStream("common-passwords.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
