package chat.parley.child;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.cassandra.auth.CassandraRoleManager;
import org.apache.cassandra.cql3.QueryProcessor;
import org.mindrot.jbcrypt.BCrypt;

/**
 * The one role that is let in, which may do everything with data and nothing with roles. Cassandra brings a superuser along whose password
 * everyone knows, so this is done while nobody can connect yet. From inside, statements need no role.
 */
final class OnlyRole {
    /** The secret is random and long: nobody finds it by trying, however fast one try is. */
    private static final int FEWEST_ROUNDS = 4;

    private OnlyRole() {}

    /** @param file with the properties {@code name} and {@code password} */
    static void replaceOthers(Path file) throws IOException {
        Properties role = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            role.load(reader);
        }
        String name = role.getProperty("name");
        // Its own must be there first: where it finds no role at all, Cassandra makes the one that everyone knows.
        QueryProcessor.executeInternal(
                "INSERT INTO system_auth.roles (role, is_superuser, can_login, salted_hash) VALUES (?, false, true, ?)",
                name,
                BCrypt.hashpw(role.getProperty("password"), BCrypt.gensalt(FEWEST_ROUNDS)));
        QueryProcessor.executeInternal(
                "INSERT INTO system_auth.role_permissions (role, resource, permissions) VALUES (?, 'data',"
                        + " {'CREATE', 'ALTER', 'DROP', 'SELECT', 'MODIFY'})",
                name);
        QueryProcessor.executeInternal(
                "DELETE FROM system_auth.roles WHERE role = ?", CassandraRoleManager.DEFAULT_SUPERUSER_NAME);
    }
}
