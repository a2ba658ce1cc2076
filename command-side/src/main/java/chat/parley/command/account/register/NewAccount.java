package chat.parley.command.account.register;

import chat.parley.command.account.details.DetailRules;
import chat.parley.command.account.password.PasswordRules;
import chat.parley.command.session.ClientType;
import chat.parley.command.session.DeviceName;
import chat.parley.events.AccountDetails;
import chat.parley.events.ContactDetails;
import chat.parley.refusals.FieldProblem;
import chat.parley.refusals.Reason;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
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

    NewAccount {
        username = AccountDetails.usernameFrom(DetailRules.stripped(username));
        password = password == null ? "" : password;
        displayName = DetailRules.composed(displayName);
        email = DetailRules.stripped(email);
        phone = DetailRules.optional(phone);
        device = DeviceName.normalized(device);
    }

    /** In the order of the fields. */
    List<FieldProblem> problems() {
        AccountDetails told = details();
        List<FieldProblem> problems = new ArrayList<>();
        DetailRules.username(told.username()).ifPresent(problems::add);
        if (PasswordRules.isWeak(secret(), told.username())) {
            problems.add(new FieldProblem("password", Reason.PASSWORD_WEAK));
        }
        DetailRules.displayName(told.displayName()).ifPresent(problems::add);
        DetailRules.problems(new ContactDetails(told.email(), told.phone())).forEach(problems::add);
        DeviceName.problem(device).ifPresent(problems::add);
        return problems;
    }

    AccountDetails details() {
        return new AccountDetails(
                DetailRules.stripped(username), DetailRules.stripped(displayName), DetailRules.stripped(email), phone);
    }

    /** The password as it was entered. */
    String secret() {
        return password == null ? "" : password;
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "NewAccount";
    }
}
