package chat.parley.command.engine;

import chat.parley.refusals.Unreachable;

/** Others were busy with the aggregate for so long that this command has not been decided. */
final class TurnDidNotCome extends Unreachable {

    private static final long serialVersionUID = 1L;

    TurnDidNotCome() {
        super("nothing was recorded: the aggregate's turn did not come in time", null);
    }
}
