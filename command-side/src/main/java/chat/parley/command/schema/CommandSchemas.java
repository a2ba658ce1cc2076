package chat.parley.command.schema;

import chat.parley.database.Schema;
import javax.sql.DataSource;

/** Exists once the schemas of this service are known to be current: what uses them asks for it. */
public record CommandSchemas(DataSource dataSource) {

    /** @throws chat.parley.database.SchemaUnusable one of them is not */
    public static CommandSchemas current(DataSource dataSource) {
        Schema.ACCOUNTS.requireCurrent(dataSource);
        Schema.RELAY.requireCurrent(dataSource);
        return new CommandSchemas(dataSource);
    }
}
