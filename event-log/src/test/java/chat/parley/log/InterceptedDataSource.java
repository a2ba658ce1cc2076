package chat.parley.log;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Lets a test step in before and after each prepared statement and each commit. */
public final class InterceptedDataSource extends DelegatingDataSource {

    public static final String COMMIT = "COMMIT";

    public interface Interception {
        default void before(String sql, Connection connection) throws SQLException {}

        default void after(String sql, Connection connection) throws SQLException {}
    }

    private final Interception interception;

    public InterceptedDataSource(DataSource real, Interception interception) {
        super(real);
        this.interception = interception;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection real = super.getConnection();
        return proxy(Connection.class, (method, arguments) -> switch (method.getName()) {
            case "prepareStatement" -> statement(call(real, method, arguments), arguments, real);
            case "commit" -> intercepted(COMMIT, real, () -> call(real, method, arguments));
            default -> call(real, method, arguments);
        });
    }

    private PreparedStatement statement(@Nullable Object real, @Nullable Object[] arguments, Connection connection) {
        String sql = String.valueOf(arguments[0]);
        return proxy(
                PreparedStatement.class,
                (method, given) -> method.getName().startsWith("execute")
                        ? intercepted(sql, connection, () -> call(real, method, given))
                        : call(real, method, given));
    }

    private interface Call {
        @Nullable
        Object make() throws Throwable;
    }

    private @Nullable Object intercepted(String sql, Connection connection, Call call) throws Throwable {
        interception.before(sql, connection);
        Object result = call.make();
        interception.after(sql, connection);
        return result;
    }

    private interface Handling {
        @Nullable
        Object handle(Method method, @Nullable Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handling handling) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> handling.handle(method, arguments == null ? new Object[0] : arguments)));
    }

    private static @Nullable Object call(@Nullable Object real, Method method, @Nullable Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
