package chat.parley.load.report;

import chat.parley.load.measure.Percentiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How everyone came back.
 *
 * @param since what the time is counted from
 * @param back how long it took until a client had everything it had missed
 * @param connected how many are connected at the end
 * @param attempts to connect, handshakes that failed included
 * @param failures why attempts failed, and how often
 * @param bytesIn of frames to all clients while they came back
 * @param bytesOut of frames from them
 * @param queries what the stores did meanwhile
 * @param cpuMicros processor time by process meanwhile
 */
public record StormOutcome(
        int sockets,
        int conversations,
        String since,
        Percentiles back,
        int connected,
        long attempts,
        Map<String, Long> failures,
        Messages messages,
        long bytesIn,
        long bytesOut,
        Map<String, Long> queries,
        Map<String, Long> cpuMicros) {

    private static final double MS_PER_S = 1_000;
    private static final double US_PER_S = 1_000_000;
    private static final double BYTES_PER_MB = 1_000_000;

    /**
     * What became of the messages.
     *
     * @param missing acknowledged and not sent to both members since the loss
     * @param notSent because their author was away
     */
    public record Messages(int acknowledged, int missing, int notSent, Map<String, Long> refusals) {}

    /** Every reason why this is not good; none if it is. */
    public List<String> complaints(double withinSeconds) {
        List<String> complaints = new ArrayList<>();
        if (connected < sockets) {
            complaints.add("%d of %d did not come back".formatted(sockets - connected, sockets));
        }
        if (back.max() / MS_PER_S > withinSeconds) {
            complaints.add("the last was back after %.1f s".formatted(back.max() / MS_PER_S));
        }
        if (messages.missing > 0) {
            complaints.add("%d acknowledged messages did not come again".formatted(messages.missing));
        }
        return complaints;
    }

    public String text(double withinSeconds) {
        StringBuilder text = new StringBuilder();
        text.append("%n%d sockets of people with %d conversations each%n%n".formatted(sockets, conversations));
        text.append("  back with everything they had missed, after %s: p50 %.1f s, p99 %.1f s, the last %.1f s%n"
                .formatted(since, back.p50() / MS_PER_S, back.p99() / MS_PER_S, back.max() / MS_PER_S));
        text.append(
                "  attempts to connect: %d; failed: %s%n".formatted(attempts, failures.isEmpty() ? "none" : failures));
        text.append(
                "  messages acknowledged: %d; did not come again: %d; not sent because their author was away: %d; refused: %s%n"
                        .formatted(
                                messages.acknowledged,
                                messages.missing,
                                messages.notSent,
                                messages.refusals.isEmpty() ? "none" : messages.refusals));
        text.append("  frames to the clients: %.1f MB, %.0f bytes a socket; from them: %.1f MB, %.0f bytes a socket%n"
                .formatted(
                        bytesIn / BYTES_PER_MB,
                        (double) bytesIn / sockets,
                        bytesOut / BYTES_PER_MB,
                        (double) bytesOut / sockets));
        queries.forEach((what, count) ->
                text.append("  %s: %d, %.1f a socket%n".formatted(what, count, (double) count / sockets)));
        cpuMicros.forEach((process, micros) -> text.append("  processor time of %s: %.1f s, %.0f µs a socket%n"
                .formatted(process, micros / US_PER_S, (double) micros / sockets)));
        List<String> complaints = complaints(withinSeconds);
        text.append(
                complaints.isEmpty()
                        ? "%nHeld: the last was back within %.0f s, and every acknowledged message came again."
                                .formatted(withinSeconds)
                        : "%nNot held: %s".formatted(String.join("; ", complaints)));
        return text.toString();
    }
}
