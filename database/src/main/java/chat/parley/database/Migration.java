package chat.parley.database;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Migrates every schema to what this build needs, and grants the services their permissions. Migrations only add, so
 * services of the previous build keep running during and after one. A newer schema is left as it is.
 */
public final class Migration {

    private static final int FAILED = 1;
    private static final String AS_OWNER = "SET ROLE parley_owner";

    /** Concurrent grants of the same permission would fail. */
    private static final String ALONE = "SELECT pg_advisory_xact_lock(hashtextextended('parley.grants', 0))";

    private Migration() {}

    /** Reads the address and the migration's role from the same variables as the services use. */
    public static void main(String[] arguments) {
        System.exit(migrate(System.getenv(), System.err));
    }

    private static int migrate(Map<String, String> environment, PrintStream console) {
        try {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(required(environment, "SPRING_DATASOURCE_URL"));
            database.setUser(required(environment, "SPRING_DATASOURCE_USERNAME"));
            database.setPassword(required(environment, "SPRING_DATASOURCE_PASSWORD"));
            run(database);
            console.println("Every schema is what this version of Parley needs.");
            return 0;
        } catch (SchemaUnusable | FlywayException | IllegalArgumentException | SQLException e) {
            console.println(e.getMessage());
            return FAILED;
        }
    }

    private static String required(Map<String, String> environment, String variable) {
        String value = environment.getOrDefault(variable, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    variable + " is not set; it takes the database's address, or the name or password of "
                            + Role.MIGRATION.user() + ".");
        }
        return value;
    }

    /**
     * @param database signs in as {@link Role#MIGRATION}
     * @throws SchemaUnusable the data was written by a build that this one cannot read
     */
    public static void run(DataSource database) throws SQLException {
        for (Schema schema : Schema.values()) {
            try {
                schema.migrations(database).initSql(AS_OWNER).load().migrate();
            } catch (FlywayValidateException _) {
                throw SchemaUnusable.ofAnEarlierVersion(database);
            }
        }
        grant(database);
    }

    private static void grant(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(AS_OWNER);
            statement.execute(ALONE);
            statement.execute(Script.named("grants"));
            connection.commit();
        }
    }
}
