package chat.parley.distribution;

import java.util.Collection;

/** Something that has {@link BackgroundWork}; health asks each of them. */
public interface Supervising {

    /** The threads that should run now; none before the start and after the stop. */
    Collection<? extends BackgroundWork> supervised();
}
