package chat.parley.log;

import chat.parley.events.AccountErased;
import chat.parley.events.MessageDeleted;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What this process has just appended, so that those who follow the log need not read it again. One run of positions without
 * a hole, and only while it is fresh: what is forgotten in the table must not live on here.
 */
final class Tail {

    private static final int MOST = 2_048;
    private static final Duration FRESH = Duration.ofSeconds(1);

    private record Entry(StoredEvent event, long since) {}

    private final ArrayDeque<Entry> run = new ArrayDeque<>();

    /** To be told after the commit. Batches of several threads may come in any order: the newest run stays. */
    synchronized void add(List<StoredEvent> appended) {
        long now = System.nanoTime();
        for (StoredEvent event : appended) {
            long last = run.isEmpty() ? 0 : run.getLast().event().position();
            if (event.position() > last) {
                if (event.position() != last + 1 || forgets(event)) {
                    run.clear();
                }
                run.add(new Entry(event, now));
            }
        }
        while (run.size() > MOST) {
            run.removeFirst();
        }
        dropStale(now);
    }

    private static boolean forgets(StoredEvent event) {
        return event.event() instanceof AccountErased || event.event() instanceof MessageDeleted;
    }

    /** @return what directly follows a position, as far as it is known here; nothing says nothing */
    synchronized List<StoredEvent> after(long position, int limit) {
        dropStale(System.nanoTime());
        if (run.isEmpty() || run.getFirst().event().position() > position + 1) {
            return List.of();
        }
        List<StoredEvent> found = new ArrayList<>();
        Iterator<Entry> newestFirst = run.descendingIterator();
        while (newestFirst.hasNext()) {
            StoredEvent event = newestFirst.next().event();
            if (event.position() <= position) {
                break;
            }
            found.add(event);
        }
        List<StoredEvent> inOrder = found.reversed();
        return List.copyOf(inOrder.subList(0, Math.min(limit, inOrder.size())));
    }

    synchronized void dropStale() {
        dropStale(System.nanoTime());
    }

    private void dropStale(long now) {
        while (!run.isEmpty() && now - run.getFirst().since() > FRESH.toNanos()) {
            run.removeFirst();
        }
    }
}
