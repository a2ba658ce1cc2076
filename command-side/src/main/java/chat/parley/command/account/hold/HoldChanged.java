package chat.parley.command.account.hold;

/**
 * A legal hold was placed or lifted.
 *
 * @param position of the event in the log
 */
record HoldChanged(long position) {}
