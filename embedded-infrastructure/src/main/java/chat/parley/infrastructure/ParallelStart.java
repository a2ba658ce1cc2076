package chat.parley.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
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
    private final BiConsumer<Component, RunningComponent> started;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Component, UnderWay> underWay = new ConcurrentHashMap<>();

    /** @param answers is completed when the part answers, or fails as its start does */
    private record UnderWay(Future<?> task, CompletableFuture<Void> answers) {}

    ParallelStart(DataFolder folder, Progress progress, BiConsumer<Component, RunningComponent> started) {
        this.folder = folder;
        this.progress = progress;
        this.started = started;
    }

    /** Lets the parts start and returns where they will answer. Nothing is left of their earlier processes by then. */
    Map<Component, Address> begin(Collection<Component> parts) throws ComponentFailed {
        Map<Component, Address> addresses = new EnumMap<>(Component.class);
        for (Component part : parts) {
            addresses.put(part, addressAfterEarlierRuns(part));
        }
        for (Component part : parts) {
            CompletableFuture<Void> answers = new CompletableFuture<>();
            underWay.put(part, new UnderWay(threads.submit(() -> start(part, answers)), answers));
        }
        return addresses;
    }

    /** Returns when these parts answer, if they were begun here. */
    void await(Collection<Component> parts) throws ComponentFailed {
        CompletableFuture<?>[] awaited = parts.stream()
                .map(underWay::get)
                .filter(Objects::nonNull)
                .map(UnderWay::answers)
                .toArray(CompletableFuture[]::new);
        CompletableFuture<Void> all = CompletableFuture.allOf(awaited);
        for (CompletableFuture<?> one : awaited) {
            // The first that fails ends the waiting.
            one.exceptionally(failure -> {
                all.completeExceptionally(failure);
                return null;
            });
        }
        try {
            all.get();
        } catch (ExecutionException e) {
            giveUp();
            throw asThrown(e);
        } catch (InterruptedException e) {
            giveUp();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the parts were starting", e);
        }
    }

    private void giveUp() {
        underWay.values().forEach(start -> start.task().cancel(true));
    }

    private static ComponentFailed asThrown(ExecutionException failure) {
        return switch (failure.getCause()) {
            case ComponentFailed failed -> failed;
            case InterruptedException cancelled ->
                throw new IllegalStateException("Closed while the parts were starting", cancelled);
            case RuntimeException defect -> throw defect;
            case null, default -> throw new IllegalStateException(failure);
        };
    }

    private void start(Component part, CompletableFuture<Void> answers) {
        progress.starting(part);
        long begin = System.nanoTime();
        try {
            folder.of(part).turnLog();
            started.accept(part, startOnce(part));
            progress.ready(part, Duration.ofNanos(System.nanoTime() - begin));
            answers.complete(null);
        } catch (IOException e) {
            answers.completeExceptionally(reported(new ComponentFailed(part, e.toString(), folder.logFile(part))));
        } catch (ComponentFailed e) {
            answers.completeExceptionally(reported(e));
        } catch (InterruptedException | RuntimeException | Error e) {
            answers.completeExceptionally(e);
        }
    }

    private Address addressAfterEarlierRuns(Component part) throws ComponentFailed {
        try {
            Orphans.stopIn(folder.of(part).folder());
            return EmbeddedComponent.in(folder.of(part), progress).address();
        } catch (ComponentFailed e) {
            throw reported(e);
        } catch (IOException | UncheckedIOException e) {
            throw reported(new ComponentFailed(part, e.toString(), folder.logFile(part)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the parts were starting", e);
        }
    }

    /** Starts one part, when nothing is left of its processes, and returns when it answers; its log goes on. */
    RunningComponent startAfterEarlierRuns(Component part) throws InterruptedException, ComponentFailed {
        try {
            Orphans.stopIn(folder.of(part).folder());
        } catch (IOException | UncheckedIOException e) {
            throw new ComponentFailed(part, e.toString(), folder.logFile(part));
        }
        return startOnce(part);
    }

    private RunningComponent startOnce(Component part) throws InterruptedException, ComponentFailed {
        try {
            return EmbeddedComponent.in(folder.of(part), progress).start();
        } catch (IOException | UncheckedIOException e) {
            throw new ComponentFailed(part, e.toString(), folder.logFile(part));
        }
    }

    private ComponentFailed reported(ComponentFailed failure) {
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
