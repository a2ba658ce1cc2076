package chat.parley.infrastructure;

import java.nio.file.Path;

/** A part could not start. The message is for the person who started it: what failed, why, and where to read on. */
public final class ComponentFailed extends Exception {
    private static final long serialVersionUID = 1;

    private final Component part;
    private final String reason;
    private final transient Path logFile;

    ComponentFailed(Component part, String reason, Path logFile) {
        super("%s did not start: %s%nIts log: %s".formatted(part.title(), reason, logFile));
        this.part = part;
        this.reason = reason;
        this.logFile = logFile;
    }

    public Component part() {
        return part;
    }

    public String reason() {
        return reason;
    }

    public Path logFile() {
        return logFile;
    }
}
