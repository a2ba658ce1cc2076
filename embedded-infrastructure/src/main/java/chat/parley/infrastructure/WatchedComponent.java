package chat.parley.infrastructure;

import java.time.Duration;

/** A part that runs here and is started again, on the same port and with the same data, whenever it ends unasked. */
final class WatchedComponent {
    private final Component part;
    private final Start start;
    private final Progress progress;
    private final RestartPauses pauses = new RestartPauses();
    private final Thread watch;
    private volatile RunningComponent running;

    /** Starts the part once more after it has ended. */
    interface Start {
        RunningComponent again() throws ComponentFailed, InterruptedException;
    }

    private WatchedComponent(Component part, RunningComponent running, Start start, Progress progress) {
        this.part = part;
        this.running = running;
        this.start = start;
        this.progress = progress;
        this.watch = Thread.ofVirtual().name("watch " + part.fileName()).unstarted(this::watch);
    }

    static WatchedComponent watch(Component part, RunningComponent running, Start start, Progress progress) {
        WatchedComponent watched = new WatchedComponent(part, running, start, progress);
        watched.watch.start();
        return watched;
    }

    private void watch() {
        try {
            while (true) {
                startAgainAfterItsEnd();
            }
        } catch (InterruptedException watchIsOver) {
            Thread.currentThread().interrupt();
        }
    }

    private void startAgainAfterItsEnd() throws InterruptedException {
        long begun = System.nanoTime();
        String how = running.awaitEnd();
        long ended = System.nanoTime();
        Duration pause = pauses.afterRunning(Duration.ofNanos(ended - begun));
        progress.ended(part, how, pause);
        startAgain(pause);
        progress.returned(part, Duration.ofNanos(System.nanoTime() - ended));
    }

    private void startAgain(Duration firstPause) throws InterruptedException {
        Duration pause = firstPause;
        while (true) {
            Thread.sleep(pause);
            try {
                running = start.again();
                return;
            } catch (ComponentFailed e) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                pause = pauses.afterRunning(Duration.ZERO);
                progress.failed(part, e.reason(), e.logFile());
                progress.detail(part, "trying again in %d s".formatted(pause.toSeconds()));
            }
        }
    }

    /** From now on it stays ended when it ends; returns at once. A start that is under way is given up. */
    void stopWatching() {
        watch.interrupt();
    }

    /** Ends it in order, within five seconds, for good. */
    void stop() {
        awaitUnwatched();
        running.stop();
    }

    /** Ends it at once, as a crash would, but for good. */
    void kill() {
        awaitUnwatched();
        running.kill();
    }

    private void awaitUnwatched() {
        stopWatching();
        try {
            watch.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
