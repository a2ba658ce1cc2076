package chat.parley.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Why a service does not start with the schemas it found, and how to fix it. */
public final class SchemaUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;

    private SchemaUnusable(String problem, String remedy) {
        super(problem + " " + remedy);
        this.problem = problem;
        this.remedy = remedy;
    }

    static SchemaUnusable notMigrated(Schema schema, DataSource database) {
        return new SchemaUnusable(
                "The schema %s in the database %s is missing or older than this version of Parley needs."
                        .formatted(schema.sqlName(), addressOf(database)),
                "Run the migration of this version first: the service \"migration\" of docker/compose.yaml, ./parley migrate, or "
                        + Migration.class.getName() + ".");
    }

    static SchemaUnusable ofAnEarlierVersion(DataSource database) {
        return new SchemaUnusable(
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
