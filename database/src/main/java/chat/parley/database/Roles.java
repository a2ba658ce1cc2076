package chat.parley.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import javax.sql.DataSource;

/** Makes the roles of a database; the one thing a superuser is needed for. */
public final class Roles {

    private Roles() {}

    /** Makes those that are missing and sets every password. */
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

    /** PostgreSQL takes no parameters there, so it is asked to write the statement itself. */
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
