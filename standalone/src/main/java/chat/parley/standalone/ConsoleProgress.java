package chat.parley.standalone;

import chat.parley.infrastructure.Part;
import chat.parley.infrastructure.Progress;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/** Says on the console how the parts come up, one line for each thing that happens. */
final class ConsoleProgress implements Progress {

    private final PrintStream console;

    ConsoleProgress(PrintStream console) {
        this.console = console;
    }

    @Override
    public void starting(Part part) {
        tell(part, "starting");
    }

    @Override
    public void detail(Part part, String what) {
        tell(part, what);
    }

    @Override
    public void ready(Part part, Duration took) {
        tell(part, "ready after %.1f s".formatted(took.toMillis() / 1000.0));
    }

    @Override
    public void given(Part part, String address) {
        tell(part, "given: " + address);
    }

    @Override
    public void failed(Part part, String reason, Path logFile) {
        tell(part, "cannot start: " + reason);
        tell(part, "its log: " + logFile.toAbsolutePath());
    }

    private void tell(Part part, String what) {
        console.printf("  %-13s %s%n", part.title(), what);
    }
}
