package chat.parley.load.report;

import chat.parley.load.measure.Processes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Where the processor time of a run went. */
final class CpuShares {

    private static final double MICROS_PER_SECOND = 1e6;

    /**
     * One process.
     *
     * @param microsPerMessage of its processor time
     * @param processors how many it kept busy
     */
    record Share(String process, double microsPerMessage, double processors) {}

    private CpuShares() {}

    /** The dearest first; the product and the generator summed up, and what else the machine did, at the end. */
    static List<Share> of(Outcome outcome) {
        Map<String, Long> micros = outcome.cpuMicros();
        List<Share> shares = new ArrayList<>();
        long known = 0;
        for (Map.Entry<String, Long> each : micros.entrySet()) {
            if (!each.getKey().equals(Processes.MACHINE)) {
                shares.add(share(outcome, each.getKey(), each.getValue()));
                known += each.getValue();
            }
        }
        shares.sort(Comparator.comparingDouble(Share::microsPerMessage).reversed());
        long product = Processes.ofProduct(micros);
        if (product > 0) {
            shares.add(share(outcome, "the product", product));
        }
        Long machine = micros.get(Processes.MACHINE);
        if (machine != null) {
            shares.add(share(outcome, "others on this machine", Math.max(0, machine - known)));
        }
        return shares;
    }

    private static Share share(Outcome outcome, String process, long micros) {
        double messages = Math.max(1, outcome.cpuMessages());
        return new Share(
                process,
                micros / messages,
                micros / MICROS_PER_SECOND / outcome.plan().seconds());
    }
}
