package chat.parley.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Starts parts side by side, and gives up on all of them when one fails. */
final class ParallelStart {
    private static final Duration CANCEL_LIMIT = Duration.ofSeconds(5);

    private final DataFolder folder;
    private final Progress progress;
    private final BiConsumer<Part, RunningPart> started;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    ParallelStart(DataFolder folder, Progress progress, BiConsumer<Part, RunningPart> started) {
        this.folder = folder;
        this.progress = progress;
        this.started = started;
    }

    /** Returns when all answer. */
    void start(Collection<Part> parts) throws PartFailed {
        CompletionService<Part> finished = new ExecutorCompletionService<>(threads);
        List<Future<Part>> starts =
                parts.stream().map(part -> finished.submit(starting(part))).toList();
        try {
            for (int i = 0; i < starts.size(); i++) {
                finished.take().get();
            }
        } catch (ExecutionException e) {
            throw asThrown(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the parts were starting", e);
        } finally {
            starts.forEach(start -> start.cancel(true));
        }
    }

    private static PartFailed asThrown(ExecutionException failure) {
        return switch (failure.getCause()) {
            case PartFailed failed -> failed;
            case InterruptedException cancelled ->
                throw new IllegalStateException("Closed while the parts were starting", cancelled);
            case RuntimeException defect -> throw defect;
            case null, default -> throw new IllegalStateException(failure);
        };
    }

    private Callable<Part> starting(Part part) {
        return () -> {
            progress.starting(part);
            long begin = System.nanoTime();
            try {
                folder.of(part).turnLog();
                started.accept(part, startAfterEarlierRuns(part));
            } catch (IOException e) {
                throw reported(new PartFailed(part, e.toString(), folder.logFile(part)));
            } catch (PartFailed e) {
                throw reported(e);
            }
            progress.ready(part, Duration.ofNanos(System.nanoTime() - begin));
            return part;
        };
    }

    /** Starts one part, when nothing is left of its processes, and returns when it answers; its log goes on. */
    RunningPart startAfterEarlierRuns(Part part) throws InterruptedException, PartFailed {
        try {
            PartFolder place = folder.of(part);
            Orphans.stopIn(place.folder());
            return EmbeddedPart.in(place, progress).start();
        } catch (IOException | UncheckedIOException e) {
            throw new PartFailed(part, e.toString(), folder.logFile(part));
        }
    }

    private PartFailed reported(PartFailed failure) {
        progress.failed(failure.part(), failure.reason(), failure.logFile());
        return failure;
    }

    /** Returns when no start is under way, and lets none begin. */
    void cancel() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(CANCEL_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
