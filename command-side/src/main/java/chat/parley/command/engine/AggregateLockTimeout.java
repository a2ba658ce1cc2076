package chat.parley.command.engine;

import chat.parley.refusals.Unreachable;

/** The aggregate's lock was not free in time; the command was not decided. */
final class AggregateLockTimeout extends Unreachable {

    private static final long serialVersionUID = 1L;

    AggregateLockTimeout() {
        super("nothing was recorded: the aggregate's turn did not come in time", null);
    }
}
