package chat.parley.log;

import chat.parley.events.StreamId;
import chat.parley.refusals.Unreachable;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** People who write as fast as they are answered; several may write to the same conversations. */
public final class Senders implements AutoCloseable {

    private final EventLog log;
    private final Consumer<StoredEvent> acknowledged;
    private final Consumer<RuntimeException> failed;
    private final AtomicInteger conflicts = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopped;

    public Senders(EventLog log, Consumer<StoredEvent> acknowledged, Consumer<RuntimeException> failed) {
        this.log = log;
        this.acknowledged = acknowledged;
        this.failed = failed;
    }

    public void write(List<Examples> pairs) {
        pairs.forEach(two -> threads.execute(() -> writeUntilStopped(two)));
    }

    private void writeUntilStopped(Examples two) {
        long next = next(two);
        while (!stopped) {
            try {
                log.append(List.of(two.sent(next, "hello"))).forEach(acknowledged);
                next++;
            } catch (SequenceConflict _) {
                conflicts.incrementAndGet();
                next = next(two);
            } catch (Unreachable e) {
                failed.accept(e);
                next = next(two);
            }
        }
    }

    /** As a command side does: what was answered last may have been recorded or not, the log knows. */
    private long next(Examples two) {
        while (true) {
            try {
                return log.newestOf(List.of(StreamId.conversation(two.conversation())))
                                .getFirst()
                                .sequence()
                        + 1;
            } catch (DataAccessException | TransactionException e) {
                if (stopped) {
                    return 0;
                }
            }
        }
    }

    public int conflicts() {
        return conflicts.get();
    }

    @Override
    public void close() {
        stopped = true;
        threads.close();
    }
}
