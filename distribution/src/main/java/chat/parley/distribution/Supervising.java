package chat.parley.distribution;

import java.util.Collection;

/** Something whose work is done on threads of its own; health asks each of them. */
public interface Supervising {

    /** Those that should run now; none before the start and after the stop. */
    Collection<Supervised> supervised();
}
