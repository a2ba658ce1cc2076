package chat.parley.command.account.hold;

/** Whether a person is under legal hold. */
record HoldStatus(boolean held) {}
