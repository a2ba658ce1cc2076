package chat.parley.log.append;

import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a failed statement means for its batch. The codes are PostgreSQL's (appendix A of its manual). */
enum SqlFailure {
    /** Another writer was first. Nothing was recorded; insert the batch again. */
    OVERTAKEN,
    /** The connection broke before the answer came. */
    ANSWER_LOST,
    /** PostgreSQL cannot write now, whatever it is given. Nothing was recorded. */
    NOT_NOW,
    /** PostgreSQL rejects something in the batch. Nothing was recorded. */
    UNACCEPTABLE;

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String QUERY_CANCELED = "57014";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String READ_ONLY = "25006";

    /** A code of our schema: content of an erased person was written after the erasure. */
    private static final String OF_ERASED = "PE410";

    /** A code of our schema: one of the two people of a direct conversation blocks the other. */
    private static final String BLOCKED = "PE403";

    /** The refusal, if it was one of our schema's own. */
    static Optional<Refused> refusal(@Nullable SQLException failure) {
        return switch (failure == null ? null : failure.getSQLState()) {
            case OF_ERASED -> Optional.of(new Refused(Reason.ACCOUNT_ERASED));
            case BLOCKED -> Optional.of(new Refused(Reason.NOT_ACCEPTED));
            case null, default -> Optional.empty();
        };
    }

    static SqlFailure of(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            // Hikari reports an empty pool with a transient exception; the driver reports a broken connection without a
            // state.
            return failure instanceof SQLTransientConnectionException ? NOT_NOW : ANSWER_LOST;
        }
        return switch (state) {
            case UNIQUE_VIOLATION -> OVERTAKEN;
            case QUERY_CANCELED, LOCK_NOT_AVAILABLE -> NOT_NOW;
            // This server is not the primary any more; a new connection may reach the one that is.
            case READ_ONLY -> ANSWER_LOST;
            default ->
                switch (state.substring(0, 2)) {
                    case "40" -> OVERTAKEN;
                    case "08", "57" -> ANSWER_LOST;
                    case "53", "58", "XX" -> NOT_NOW;
                    default -> UNACCEPTABLE;
                };
        };
    }
}
