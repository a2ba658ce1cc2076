package chat.parley.log.content;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Why a service does not start with this log and these keys, and what helps. */
public final class LogUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;

    LogUnusable(String problem, String remedy) {
        super(problem + " " + remedy);
        this.problem = problem;
        this.remedy = remedy;
    }

    /** The schema is not the one of this version. */
    public static LogUnusable ofAnEarlierVersion(DataSource database) {
        return new LogUnusable(
                "The data in the database %s was written by an earlier version of Parley and cannot be read by this one."
                        .formatted(addressOf(database)),
                "Start with an empty database or, where everything is embedded, with an empty data folder (PARLEY_DATA).");
    }

    private static String addressOf(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getURL().replaceFirst("[?].*", "");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String problem() {
        return problem;
    }

    String remedy() {
        return remedy;
    }
}
