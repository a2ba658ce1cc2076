package chat.parley.database;

import java.util.Locale;

/** Who signs in to PostgreSQL; what each may do is in {@code db/grants.sql}. */
public enum Role {
    /** Makes and changes tables, as the owner of all schemas. */
    MIGRATION,
    COMMAND,
    QUERY,
    PROJECTIONS,
    GATEWAY,
    /** All services in one process: what each of theirs may do. */
    STANDALONE;

    /** As PostgreSQL knows it. */
    public String user() {
        return "parley_" + name().toLowerCase(Locale.ROOT);
    }
}
