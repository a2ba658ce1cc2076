package chat.parley.infrastructure;

import java.nio.file.Path;
import java.time.Duration;

/** Told how the start goes; the calls come from several threads. */
public interface Progress {
    void starting(Part part);

    /** Something within the start that takes long, such as a download. */
    void detail(Part part, String what);

    void ready(Part part, Duration took);

    /** Nothing is started for the part, because the address, shown without its secrets, was given. */
    void given(Part part, String address);

    void failed(Part part, String reason, Path logFile);
}
