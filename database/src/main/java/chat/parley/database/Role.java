package chat.parley.database;

import java.util.Locale;

/** The roles that sign in to PostgreSQL; their permissions are in {@code db/grants.sql}. */
public enum Role {
    /** Creates and changes tables, as the owner of all schemas. */
    MIGRATION,
    COMMAND,
    QUERY,
    PROJECTIONS,
    GATEWAY,
    /** All services in one process: has the permissions of each of them. */
    STANDALONE;

    /** The role's name in PostgreSQL. */
    public String user() {
        return "parley_" + name().toLowerCase(Locale.ROOT);
    }
}
