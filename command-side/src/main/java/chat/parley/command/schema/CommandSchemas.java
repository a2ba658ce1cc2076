package chat.parley.command.schema;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Exists once the schemas of this service are current: what uses them asks for it. */
public record CommandSchemas(DataSource dataSource) {

    /** Brings them up to date. */
    public static CommandSchemas migrated(DataSource dataSource) {
        migrate(dataSource, "accounts");
        migrate(dataSource, "relay");
        return new CommandSchemas(dataSource);
    }

    private static void migrate(DataSource dataSource, String schema) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(schema)
                .locations("classpath:db/" + schema)
                .load()
                .migrate();
    }
}
