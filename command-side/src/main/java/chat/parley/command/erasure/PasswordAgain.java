package chat.parley.command.erasure;

import chat.parley.contracts.Required;

/**
 * Confirms that the request comes from the person.
 *
 * @param password as entered
 */
record PasswordAgain(@Required String password) {

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "PasswordAgain";
    }
}
