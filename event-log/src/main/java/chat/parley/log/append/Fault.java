package chat.parley.log.append;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** What a failed statement says about its batch. The codes are PostgreSQL's, appendix A of its manual. */
enum Fault {
    /** Another writer was first: nothing was recorded, the batch is to be judged again. */
    OVERTAKEN,
    /** The connection is gone, and with it the answer. */
    ANSWER_LOST,
    /** PostgreSQL cannot right now, whatever it is given: nothing was recorded. */
    NOT_NOW,
    /** Something in the batch is not acceptable: nothing was recorded. */
    UNACCEPTABLE;

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String QUERY_CANCELED = "57014";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String READ_ONLY = "25006";

    /** The schema's own: raised where someone's words come after their erasure. */
    private static final String OF_ERASED = "PE410";

    static boolean isOfErased(@Nullable SQLException failure) {
        return failure != null && OF_ERASED.equals(failure.getSQLState());
    }

    static Fault of(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            // Hikari says so where the pool has no connection to give; else the driver gave up on a connection.
            return failure instanceof SQLTransientConnectionException ? NOT_NOW : ANSWER_LOST;
        }
        return switch (state) {
            case UNIQUE_VIOLATION -> OVERTAKEN;
            case QUERY_CANCELED, LOCK_NOT_AVAILABLE -> NOT_NOW;
            // This server is not the primary any more: another connection may find the one that is.
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
