package chat.parley.infrastructure;

import java.nio.file.Path;
import java.time.Duration;

/** Told how the start goes, and afterwards of each part that ends unasked; the calls come from several threads. */
public interface Progress {
    void starting(Component part);

    /** Something within the start that takes long, such as a download. */
    void detail(Component part, String what);

    void ready(Component part, Duration took);

    /** Nothing is started for the part, because the address, shown without its secrets, was given. */
    void given(Component part, String address);

    void failed(Component part, String reason, Path logFile);

    /**
     * A part that ran has ended though nobody asked it to.
     *
     * @param pause after which it is started again
     */
    void ended(Component part, String how, Duration pause);

    /** A part that had {@link #ended} answers again, on the same address. */
    void returned(Component part, Duration away);
}
