package chat.parley.command.account.changepassword;

import chat.parley.contracts.Required;
import org.jspecify.annotations.Nullable;

/**
 * @param oldPassword the one that is good now, as entered
 * @param newPassword the one to sign in with from now on
 * @param endOtherSessions whether all other devices are signed out; not if absent
 */
record PasswordChange(
        @Required String oldPassword,
        @Required String newPassword,
        @Nullable Boolean endOtherSessions) {

    boolean endsOthers() {
        return Boolean.TRUE.equals(endOtherSessions);
    }

    /** Keeps the passwords out of logs. */
    @Override
    public String toString() {
        return "PasswordChange";
    }
}
