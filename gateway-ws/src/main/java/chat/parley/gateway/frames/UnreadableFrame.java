package chat.parley.gateway.frames;

import chat.parley.refusals.Reason;
import org.jspecify.annotations.Nullable;

/** What a client sent is no frame of this protocol. */
public final class UnreadableFrame extends Exception {

    private static final long serialVersionUID = 1L;

    private final @Nullable String ref;
    private final Reason reason;

    UnreadableFrame(@Nullable String ref, Reason reason) {
        super(reason.sentence(), null, false, false);
        this.ref = ref;
        this.reason = reason;
    }

    /** The frame's id, where at least that could be read. */
    public @Nullable String ref() {
        return ref;
    }

    public Reason reason() {
        return reason;
    }
}
