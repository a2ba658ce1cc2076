package chat.parley.gateway.frames;

import chat.parley.refusals.Refused;
import org.jspecify.annotations.Nullable;

/** A client sent something that is not a frame of this protocol. */
public final class UnreadableFrame extends Exception {

    private static final long serialVersionUID = 1L;

    private final @Nullable String ref;
    private final Refused refused;

    UnreadableFrame(@Nullable String ref, Refused refused) {
        super(refused.sentence(), null, false, false);
        this.ref = ref;
        this.refused = refused;
    }

    /** The frame's id, if at least that could be read. */
    public @Nullable String ref() {
        return ref;
    }

    /** What is wrong with it, and with which field. */
    public Refused refused() {
        return refused;
    }
}
