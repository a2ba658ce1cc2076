package chat.parley.load.report;

import chat.parley.load.measure.Processes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What idle connections cost.
 *
 * @param before with some of them, so that what only the first of them need is there already
 * @param after with all of them
 * @param connected how many are still connected at the end
 */
public record IdleOutcome(State before, State after, int connected) {

    private static final double KIB = 1024;
    private static final double MIB = 1024 * KIB;

    /**
     * What was measured at one moment.
     *
     * @param liveHeap bytes that were reachable in the product
     * @param resident bytes of memory, by process
     * @param bytesIn what all sockets were sent so far
     * @param bytesOut what they sent
     */
    public record State(int sockets, long liveHeap, Map<String, Long> resident, long bytesIn, long bytesOut) {

        long residentOfProduct() {
            return resident.getOrDefault(Processes.PRODUCT, 0L);
        }
    }

    private double perSocket(long before, long after) {
        return (after - before) / (double) (this.after.sockets - this.before.sockets);
    }

    /** Live heap that each further connection takes. */
    public double heapKibPerSocket() {
        return perSocket(before.liveHeap, after.liveHeap) / KIB;
    }

    /** Every reason why this is not good; none if it is. */
    public List<String> complaints(double mostHeapKib) {
        List<String> complaints = new ArrayList<>();
        if (heapKibPerSocket() > mostHeapKib) {
            complaints.add("a connection takes %.1f KiB of live heap".formatted(heapKibPerSocket()));
        }
        if (connected < after.sockets) {
            complaints.add("%d of %d connections are gone".formatted(after.sockets - connected, after.sockets));
        }
        return complaints;
    }

    public String text(double mostHeapKib) {
        StringBuilder text = new StringBuilder();
        text.append("%n%d idle sockets; the first %d were there when the measurement began%n%n"
                .formatted(after.sockets, before.sockets));
        text.append("  live heap of the product: %.1f MiB, then %.1f MiB; %.1f KiB a connection%n"
                .formatted(before.liveHeap / MIB, after.liveHeap / MIB, heapKibPerSocket()));
        text.append("  resident memory of the product: %.0f MiB, then %.0f MiB; %.1f KiB a connection%n"
                .formatted(
                        before.residentOfProduct() / MIB,
                        after.residentOfProduct() / MIB,
                        perSocket(before.residentOfProduct(), after.residentOfProduct()) / KIB));
        text.append("  bytes of frames a connection: %.0f to the client, %.0f from it%n"
                .formatted(perSocket(before.bytesIn, after.bytesIn), perSocket(before.bytesOut, after.bytesOut)));
        after.resident.forEach(
                (process, bytes) -> text.append("  resident now, %s: %.0f MiB%n".formatted(process, bytes / MIB)));
        List<String> complaints = complaints(mostHeapKib);
        text.append(
                complaints.isEmpty()
                        ? "%nHeld: a connection takes at most %.0f KiB of live heap, and all are still connected."
                                .formatted(mostHeapKib)
                        : "%nNot held: %s".formatted(String.join("; ", complaints)));
        return text.toString();
    }
}
