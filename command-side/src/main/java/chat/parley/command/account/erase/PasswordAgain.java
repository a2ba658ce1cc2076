package chat.parley.command.account.erase;

import chat.parley.contracts.Required;

/**
 * What proves once more that it is the person.
 *
 * @param password as it was entered
 */
record PasswordAgain(@Required String password) {

    /** Holds a password, which does not belong in a log. */
    @Override
    public String toString() {
        return "PasswordAgain";
    }
}
