package chat.parley.command.account.suspension;

/**
 * An account was suspended, or that was lifted.
 *
 * @param position of the event in the log
 */
record SuspensionChanged(long position) {}
