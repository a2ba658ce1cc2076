package chat.parley.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import javax.sql.DataSource;

/** Creates the roles of a database, the only step that needs a superuser. */
public final class Roles {

    private Roles() {}

    /** Creates missing roles and sets all passwords. */
    public static void make(DataSource superuser, Function<Role, String> password) throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(Script.named("roles"));
            for (Role role : Role.values()) {
                statement.execute(passwordChange(connection, role, password.apply(role)));
            }
            connection.commit();
        }
    }

    /** ALTER ROLE takes no parameters, so PostgreSQL is asked to quote the values. */
    private static String passwordChange(Connection connection, Role role, String password) throws SQLException {
        try (PreparedStatement format =
                connection.prepareStatement("SELECT format('ALTER ROLE %I PASSWORD %L', ?::text, ?::text)")) {
            format.setString(1, role.user());
            format.setString(2, password);
            try (ResultSet row = format.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
