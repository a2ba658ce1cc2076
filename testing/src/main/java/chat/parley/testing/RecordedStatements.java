package chat.parley.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that remembers what it is asked, in order. */
public final class RecordedStatements extends DelegatingDataSource {

    private static final String REQUEST_THREADS = "tomcat-handler-";

    private record Recording(Predicate<Thread> threads, List<String> statements) {}

    private volatile @Nullable Recording current;

    public RecordedStatements(DataSource real) {
        super(real);
    }

    /** What this thread asks during the work. */
    public List<String> during(Runnable work) {
        Thread here = Thread.currentThread();
        return during(work, thread -> thread == here);
    }

    /** What requests over HTTP ask during the work. */
    public List<String> duringRequests(Runnable work) {
        return during(work, thread -> thread.getName().startsWith(REQUEST_THREADS));
    }

    private List<String> during(Runnable work, Predicate<Thread> threads) {
        Recording recording = new Recording(threads, Collections.synchronizedList(new ArrayList<>()));
        current = recording;
        try {
            work.run();
        } finally {
            current = null;
        }
        return List.copyOf(recording.statements());
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
        if (recording != null && recording.threads().test(Thread.currentThread())) {
            recording.statements().add(sql);
        }
    }
}
