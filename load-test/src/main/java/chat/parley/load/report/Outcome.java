package chat.parley.load.report;

import chat.parley.load.measure.PerStep;
import chat.parley.load.measure.Percentiles;
import chat.parley.load.measure.Second;
import chat.parley.load.traffic.Plan;
import chat.parley.load.verify.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a plan.
 *
 * @param latency of the measured messages
 * @param refusals how often each code was answered instead of an acknowledgement
 * @param reads how many `read` frames there were
 * @param unsettled how many messages had not come to their end when the wait for them was over
 * @param brokenConnections close codes of connections the server ended
 * @param cpuMicros processor time of each process while the measured messages were sent
 * @param cpuMessages how many messages that were
 * @param growing what piled up, if anything did
 */
public record Outcome(
        Plan plan,
        int pairs,
        PerStep<Percentiles> latency,
        long sent,
        PerStep<Long> reached,
        long completed,
        Map<String, Long> refusals,
        long reads,
        long unsettled,
        List<Integer> brokenConnections,
        List<Second> seconds,
        Map<String, Long> cpuMicros,
        long cpuMessages,
        Optional<String> growing,
        Verification verification) {

    /** Every reason why this rate is not held; none if it is. */
    public List<String> complaints(double mostP99Ms) {
        List<String> complaints = new ArrayList<>();
        Percentiles delivery = latency.delivered();
        if (delivery.p99() > mostP99Ms) {
            complaints.add("p99 of delivery is %.0f ms".formatted(delivery.p99()));
        }
        growing.ifPresent(what -> complaints.add("a backlog grows: " + what));
        refusals.forEach((code, count) -> complaints.add("%d refused with %s".formatted(count, code)));
        if (unsettled > 0) {
            complaints.add(unsettled + " messages were not acknowledged, delivered and read in time");
        }
        if (!brokenConnections.isEmpty()) {
            complaints.add("connections ended by the server: " + brokenConnections);
        }
        if (!verification.faults().isEmpty()) {
            complaints.add(verification.faults().size() + " broken promises");
        }
        return complaints;
    }

    /** The 99th percentile of delivery in the second in which it was the highest, in milliseconds. */
    public double worstSecondP99Ms() {
        return seconds.stream()
                .mapToDouble(second -> second.latency().delivered().p99())
                .max()
                .orElse(0);
    }

    /** `read` frames for each message. */
    public double readsPerMessage() {
        return sent == 0 ? 0 : (double) reads / sent;
    }
}
