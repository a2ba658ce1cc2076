package chat.parley.command.readcursor.move;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Runs the same work for several items, a limited number at a time: each waits for a commit, and waiting appends share
 * commits.
 */
final class BoundedConcurrency {

    private static final int AT_ONCE = 16;

    private BoundedConcurrency() {}

    /** @return the results in the order of the items; if one failed, its exception is thrown after all have run */
    static <T, R> List<R> map(List<T> all, Function<T, R> work) {
        if (all.size() == 1) {
            return List.of(work.apply(all.getFirst()));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(
                Math.min(AT_ONCE, all.size()),
                Thread.ofVirtual().name("cursors").factory())) {
            List<Callable<R>> tasks = all.stream()
                    .map(each -> (Callable<R>) () -> work.apply(each))
                    .toList();
            return threads.invokeAll(tasks).stream()
                    .map(BoundedConcurrency::result)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before everything was recorded", e);
        }
    }

    private static <R> R result(Future<R> done) {
        if (done.state() == Future.State.SUCCESS) {
            return done.resultNow();
        }
        throw done.exceptionNow() instanceof RuntimeException failure
                ? failure
                : new IllegalStateException(done.exceptionNow());
    }
}
