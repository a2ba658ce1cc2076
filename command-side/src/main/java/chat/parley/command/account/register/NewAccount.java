package chat.parley.command.account.register;

import chat.parley.command.account.password.PasswordRules;
import chat.parley.command.session.ClientType;
import chat.parley.command.session.DeviceName;
import chat.parley.command.text.SingleLineText;
import chat.parley.command.text.VisibleText;
import chat.parley.events.AccountDetails;
import chat.parley.refusals.FieldProblem;
import chat.parley.refusals.Reason;
import io.swagger.v3.oas.annotations.media.Schema;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request to register. All its problems are reported at once. */
record NewAccount(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String username,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String password,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String displayName,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String email,

        @Nullable String phone,
        @Nullable ClientType client,
        @Nullable String device) {

    private static final Predicate<String> USERNAME = matching("[a-z0-9_.]{3,20}");
    private static final Predicate<String> EMAIL = matching("(?U)[^\\s@]{1,64}@[^\\s@.]+(\\.[^\\s@.]+)+");
    private static final Predicate<String> PHONE = matching("\\+[1-9][0-9]{6,14}");
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_NAME = 50;

    NewAccount {
        username = AccountDetails.usernameFrom(stripped(username));
        password = password == null ? "" : password;
        displayName = Normalizer.normalize(stripped(displayName), Normalizer.Form.NFC);
        email = stripped(email);
        phone = stripped(phone).isEmpty() ? null : stripped(phone);
        device = DeviceName.normalized(device);
    }

    List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        AccountDetails told = details();
        check(problems, "username", Reason.USERNAME_INVALID, USERNAME.test(told.username()));
        check(problems, "password", Reason.PASSWORD_WEAK, !PasswordRules.isWeak(secret(), told.username()));
        check(problems, "displayName", Reason.DISPLAY_NAME_INVALID, isName(told.displayName()));
        check(problems, "email", Reason.EMAIL_INVALID, isEmail(told.email()));
        check(problems, "phone", Reason.PHONE_INVALID, told.phone() == null || PHONE.test(told.phone()));
        DeviceName.problem(device).ifPresent(problems::add);
        return problems;
    }

    AccountDetails details() {
        return new AccountDetails(stripped(username), stripped(displayName), stripped(email), phone);
    }

    /** The password as it was entered. */
    String secret() {
        return password == null ? "" : password;
    }

    private static void check(List<FieldProblem> problems, String field, Reason reason, boolean right) {
        if (!right) {
            problems.add(new FieldProblem(field, reason));
        }
    }

    private static boolean isEmail(String email) {
        return email.length() <= LONGEST_EMAIL && EMAIL.test(email) && SingleLineText.isPlain(email);
    }

    private static boolean isName(String name) {
        int length = name.codePointCount(0, name.length());
        return length >= 1 && length <= LONGEST_NAME && SingleLineText.isPlain(name) && VisibleText.isIn(name);
    }

    private static String stripped(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static Predicate<String> matching(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "NewAccount";
    }
}
