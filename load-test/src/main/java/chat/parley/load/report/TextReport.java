package chat.parley.load.report;

import chat.parley.load.measure.Percentiles;
import chat.parley.load.measure.Second;
import chat.parley.load.measure.Step;
import chat.parley.load.verify.Fault;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is told on the console. */
public final class TextReport {

    private static final int FAULTS_SHOWN = 10;

    private final double mostP99Ms;

    public TextReport(double mostP99Ms) {
        this.mostP99Ms = mostP99Ms;
    }

    /** One line for a second while it runs. */
    public static String progress(Second second) {
        Percentiles acknowledged = second.latency().acknowledged();
        Percentiles delivered = second.latency().delivered();
        return "%4d s  sent %7d  done %7d  ack p50 %6.1f p99 %7.1f ms  delivery p50 %6.1f p99 %7.1f ms  waiting: ack %d, delivery %d %s"
                .formatted(
                        second.second(),
                        second.sent(),
                        second.completed(),
                        acknowledged.p50(),
                        acknowledged.p99(),
                        delivered.p50(),
                        delivered.p99(),
                        second.unacknowledged(),
                        second.undelivered(),
                        second.lags().isEmpty() ? "" : "lag " + second.lags());
    }

    /** Everything about one plan. */
    public String of(Outcome outcome) {
        StringBuilder text = new StringBuilder();
        text.append("%n%.0f messages/s (%s, receipts %s) for %d s after %d s of warm-up, %d pairs on %d sockets%n"
                .formatted(
                        outcome.plan().perSecond(),
                        outcome.plan().arrivals(),
                        outcome.plan().receipts(),
                        outcome.plan().seconds(),
                        outcome.plan().warmUpSeconds(),
                        outcome.pairs(),
                        2 * outcome.pairs()));
        text.append("%nmilliseconds from the intended time   %9s %9s %9s %9s %9s %9s%n"
                .formatted("count", "p50", "p95", "p99", "p99.9", "max"));
        for (Step step : Step.values()) {
            Percentiles it = outcome.latency().of(step);
            text.append("  %-36s %8d %9.2f %9.2f %9.2f %9.2f %9.2f%n"
                    .formatted(
                            step.name().toLowerCase(Locale.ROOT),
                            it.count(),
                            it.p50(),
                            it.p95(),
                            it.p99(),
                            it.p999(),
                            it.max()));
        }
        text.append("  delivered, p99 in the worst second %40.2f%n".formatted(outcome.worstSecondP99Ms()));
        counts(text, outcome);
        cpu(text, outcome);
        verdict(text, outcome);
        return text.toString();
    }

    private static void counts(StringBuilder text, Outcome outcome) {
        text.append(
                "%nsent %d, acknowledged %d, stored %d, delivered %d, acknowledged+delivered+read %d; %.2f read frames per message%n"
                        .formatted(
                                outcome.sent(),
                                outcome.reached().acknowledged(),
                                outcome.verification().stored(),
                                outcome.reached().delivered(),
                                outcome.completed(),
                                outcome.readsPerMessage()));
    }

    private static void cpu(StringBuilder text, Outcome outcome) {
        text.append("%nprocessor time                          µs/message  processors%n".formatted());
        for (CpuShares.Share share : CpuShares.of(outcome)) {
            text.append(
                    "  %-36s %11.0f %11.2f%n".formatted(share.process(), share.microsPerMessage(), share.processors()));
        }
    }

    private void verdict(StringBuilder text, Outcome outcome) {
        var complaints = outcome.complaints(mostP99Ms);
        if (complaints.isEmpty()) {
            text.append(
                    "%nHeld: every acknowledged message is stored once and was delivered once to each side, in order; nothing piles up, is refused or cut off, and p99 of delivery over all is at most %.0f ms.%n"
                            .formatted(mostP99Ms));
        } else {
            text.append("%nNot held: %s%n".formatted(String.join("; ", complaints)));
        }
        Map<Fault.Kind, Long> kinds = outcome.verification().faults().stream()
                .collect(Collectors.groupingBy(Fault::kind, Collectors.counting()));
        kinds.forEach((kind, count) -> text.append("  %d %s%n".formatted(count, kind)));
        outcome.verification().faults().stream()
                .limit(FAULTS_SHOWN)
                .forEach(fault ->
                        text.append("    %s: %s %s%n".formatted(fault.kind(), fault.conversation(), fault.detail())));
    }
}
