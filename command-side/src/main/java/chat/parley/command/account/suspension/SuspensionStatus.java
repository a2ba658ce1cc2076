package chat.parley.command.account.suspension;

/** Whether an account is suspended. */
record SuspensionStatus(boolean suspended) {}
