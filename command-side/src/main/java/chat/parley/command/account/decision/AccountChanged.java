package chat.parley.command.account.decision;

/**
 * Something about an account is as it was asked for.
 *
 * @param position since when
 */
public record AccountChanged(long position) {}
