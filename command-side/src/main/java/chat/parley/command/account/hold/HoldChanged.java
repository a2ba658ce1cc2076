package chat.parley.command.account.hold;

/**
 * A legal hold is as it was asked to be.
 *
 * @param position in the log of what was recorded for it
 */
record HoldChanged(long position) {}
