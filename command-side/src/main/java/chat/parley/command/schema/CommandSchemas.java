package chat.parley.command.schema;

import chat.parley.database.Schema;
import javax.sql.DataSource;

/** The tables of this service. Whoever uses them depends on this bean, which exists only once the schemas are current. */
public record CommandSchemas(DataSource dataSource) {

    /** @throws chat.parley.database.SchemaUnusable a schema is not current */
    public static CommandSchemas current(DataSource dataSource) {
        Schema.ACCOUNTS.requireCurrent(dataSource);
        Schema.UPLOADS.requireCurrent(dataSource);
        Schema.RELAY.requireCurrent(dataSource);
        return new CommandSchemas(dataSource);
    }
}
