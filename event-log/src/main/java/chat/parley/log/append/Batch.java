package chat.parley.log.append;

import chat.parley.events.StreamId;
import chat.parley.log.CommandId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Units that one statement can insert. Units of the same stream follow each other. A unit that does not fit, and every later
 * unit of its stream, waits for the next batch: by then the units it depends on are decided.
 */
final class Batch {

    static final int MOST_UNITS = 512;
    private static final int MOST_BYTES = 4 << 20;

    private final List<QueuedAppend> units = new ArrayList<>();
    private final Map<StreamId, Chain> chains = new HashMap<>();
    private final Set<StreamId> closed = new HashSet<>();
    private int bytes;

    /** The units of one stream in this batch. */
    private static final class Chain {
        private long nextSequence;
        private final Set<CommandId> commands = HashSet.newHashSet(2);

        private boolean takes(UnitOfWork unit) {
            for (EncodedEvent event : unit.events()) {
                CommandId command = event.fresh().command();
                if (command != null && !commands.add(command)) {
                    return false;
                }
            }
            nextSequence = unit.nextSequence();
            return true;
        }
    }

    boolean isFull() {
        return units.size() >= MOST_UNITS || bytes >= MOST_BYTES;
    }

    boolean takes(QueuedAppend waiting) {
        UnitOfWork unit = waiting.unit();
        if (isFull() || closed.contains(unit.stream()) || !continues(unit)) {
            closed.add(unit.stream());
            return false;
        }
        units.add(waiting);
        bytes += unit.bytes();
        return true;
    }

    private boolean continues(UnitOfWork unit) {
        Chain chain = chains.get(unit.stream());
        if (chain == null) {
            chain = new Chain();
            chains.put(unit.stream(), chain);
            return chain.takes(unit) || units.isEmpty();
        }
        return unit.firstSequence() == chain.nextSequence && chain.takes(unit);
    }

    List<QueuedAppend> units() {
        return units;
    }
}
