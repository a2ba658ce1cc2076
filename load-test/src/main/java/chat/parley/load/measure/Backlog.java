package chat.parley.load.measure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/** Tells work that waits its turn from work that piles up: by whether more waits at the end than at the beginning. */
public final class Backlog {

    private static final int PARTS = 3;

    /** As many events or messages as come in this many seconds may wait without being called a backlog. */
    private static final double TOLERATED_SECONDS = 1;

    private final double perSecond;

    /** @param perSecond how many messages are sent in a second */
    public Backlog(double perSecond) {
        this.perSecond = perSecond;
    }

    /** What grew from the first third to the last and is more than a second's work; nothing if all is well. A lag counts where it is known. */
    public Optional<String> growing(List<Second> seconds) {
        Set<String> lagging = new TreeSet<>();
        seconds.forEach(second -> lagging.addAll(second.lags().keySet()));
        if (grows(seconds, Second::unacknowledged)) {
            return Optional.of("messages to be acknowledged");
        }
        if (grows(seconds, Second::undelivered)) {
            return Optional.of("messages to be delivered");
        }
        return lagging.stream()
                .filter(name -> grows(
                        seconds.stream()
                                .filter(second -> second.lags().containsKey(name))
                                .toList(),
                        second -> second.lags().getOrDefault(name, 0L)))
                .findFirst()
                .map(name -> name + ", which is behind the log");
    }

    private boolean grows(List<Second> seconds, ToLongFunction<Second> waiting) {
        if (seconds.size() < PARTS) {
            return false;
        }
        int third = seconds.size() / PARTS;
        double begin = mean(seconds.subList(0, third), waiting);
        double end = mean(seconds.subList(seconds.size() - third, seconds.size()), waiting);
        return end - begin > TOLERATED_SECONDS * perSecond;
    }

    private static double mean(List<Second> seconds, ToLongFunction<Second> waiting) {
        return seconds.stream().mapToLong(waiting).average().orElse(0);
    }
}
