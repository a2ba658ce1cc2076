package chat.parley.standalone;

import chat.parley.infrastructure.Component;
import chat.parley.infrastructure.Progress;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;

/** Says on the console how the parts come up, and later which one ended and is back; one line for each thing that happens. */
final class ConsoleProgress implements Progress {

    private final PrintStream console;
    private final Clock clock;

    ConsoleProgress(PrintStream console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public void starting(Component part) {
        tell(part, "starting");
    }

    @Override
    public void detail(Component part, String what) {
        tell(part, what);
    }

    @Override
    public void ready(Component part, Duration took) {
        tell(part, "ready after " + seconds(took));
    }

    @Override
    public void given(Component part, String address) {
        tell(part, "given: " + address);
    }

    @Override
    public void failed(Component part, String reason, Path logFile) {
        tell(part, "cannot start: " + reason);
        tell(part, "its log: " + logFile.toAbsolutePath());
    }

    @Override
    public void ended(Component part, String how, Duration pause) {
        tell(
                part,
                "ended at %tT though nobody stopped it (%s); starting it again %s"
                        .formatted(
                                LocalTime.now(clock), how, pause.isZero() ? "now" : "in " + pause.toSeconds() + " s"));
    }

    @Override
    public void returned(Component part, Duration away) {
        tell(part, "back at %tT after %s".formatted(LocalTime.now(clock), seconds(away)));
    }

    private static String seconds(Duration time) {
        return "%.1f s".formatted(time.toMillis() / 1000.0);
    }

    private void tell(Component part, String what) {
        console.printf("  %-13s %s%n", part.title(), what);
    }
}
