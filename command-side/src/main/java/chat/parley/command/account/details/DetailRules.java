package chat.parley.command.account.details;

import chat.parley.command.text.SingleLineText;
import chat.parley.command.text.VisibleText;
import chat.parley.events.ContactDetails;
import chat.parley.events.ProfileDetails;
import chat.parley.refusals.FieldProblem;
import chat.parley.refusals.Reason;
import java.text.Normalizer;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form of a person's details, and what is wrong with some, by the names of their fields. */
public final class DetailRules {

    private static final Predicate<String> USERNAME = matching("[a-z0-9_.]{3,20}");
    private static final Predicate<String> EMAIL = matching("(?U)[^\\s@]{1,64}@[^\\s@.]+(\\.[^\\s@.]+)+");
    private static final Predicate<String> PHONE = matching("\\+[1-9][0-9]{6,14}");
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_LINE = 200;

    private DetailRules() {}

    /** Without blanks at its ends; empty for null. */
    public static String stripped(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** As {@link #stripped}, with composed letters. */
    public static String composed(@Nullable String value) {
        return Normalizer.normalize(stripped(value), Normalizer.Form.NFC);
    }

    /** As {@link #composed}, or null where nothing is left. */
    public static @Nullable String optional(@Nullable String value) {
        String composed = composed(value);
        return composed.isEmpty() ? null : composed;
    }

    /** Of normalized details. */
    public static Stream<FieldProblem> problems(ProfileDetails profile) {
        return Stream.of(
                        username(profile.username()),
                        displayName(profile.displayName()),
                        line("about", Reason.ABOUT_INVALID, profile.about()))
                .flatMap(Optional::stream);
    }

    /** Of a normalized one. */
    public static Optional<FieldProblem> username(String username) {
        return problem("username", Reason.USERNAME_INVALID, USERNAME.test(username));
    }

    /** Of a normalized one. */
    public static Optional<FieldProblem> displayName(String name) {
        return problem("displayName", Reason.DISPLAY_NAME_INVALID, isLine(name, LONGEST_NAME));
    }

    /** Of normalized details. */
    public static Stream<FieldProblem> problems(ContactDetails contact) {
        return Stream.of(
                        problem("email", Reason.EMAIL_INVALID, isEmail(contact.email())),
                        problem("phone", Reason.PHONE_INVALID, contact.phone() == null || PHONE.test(contact.phone())))
                .flatMap(Optional::stream);
    }

    /** Of a normalized line of text that may be absent, such as what somebody says about themselves. */
    public static Optional<FieldProblem> line(String field, Reason reason, @Nullable String line) {
        return problem(field, reason, line == null || isLine(line, LONGEST_LINE));
    }

    private static Optional<FieldProblem> problem(String field, Reason reason, boolean right) {
        return right ? Optional.empty() : Optional.of(new FieldProblem(field, reason));
    }

    private static boolean isEmail(String email) {
        return email.length() <= LONGEST_EMAIL && EMAIL.test(email) && SingleLineText.isPlain(email);
    }

    private static boolean isLine(String text, int longest) {
        int length = text.codePointCount(0, text.length());
        return length >= 1 && length <= longest && SingleLineText.isPlain(text) && VisibleText.isIn(text);
    }

    private static Predicate<String> matching(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }
}
