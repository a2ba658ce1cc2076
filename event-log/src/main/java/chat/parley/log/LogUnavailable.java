package chat.parley.log;

import chat.parley.refusals.Unreachable;
import org.jspecify.annotations.Nullable;

/**
 * The log cannot record now, or cannot say whether it did. The command may be sent again: if it has a {@link CommandId}, it
 * is recorded once.
 */
public final class LogUnavailable extends Unreachable {

    private static final long serialVersionUID = 1L;

    private LogUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public static LogUnavailable notRecorded(String why, @Nullable Throwable cause) {
        return new LogUnavailable("nothing was recorded: " + why, cause);
    }

    public static LogUnavailable unknown(@Nullable Throwable cause) {
        return new LogUnavailable("it is not known whether this was recorded: the log was lost in between", cause);
    }
}
