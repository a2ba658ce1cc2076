package chat.parley.command.conversation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that remembers what it is asked in the thread under test, in order. */
final class RecordedStatements extends DelegatingDataSource {

    private record Recording(Thread thread, List<String> statements) {}

    private volatile @Nullable Recording current;

    RecordedStatements(DataSource real) {
        super(real);
    }

    List<String> during(Runnable work) {
        Recording recording = new Recording(Thread.currentThread(), new ArrayList<>());
        current = recording;
        try {
            work.run();
        } finally {
            current = null;
        }
        return recording.statements();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection real = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().startsWith("prepare")) {
                        record(String.valueOf(arguments[0]));
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNull(e.getCause());
                    }
                });
    }

    private void record(String sql) {
        Recording recording = current;
        if (recording != null && recording.thread() == Thread.currentThread()) {
            recording.statements().add(sql);
        }
    }
}
