package chat.parley.load.measure;

import java.util.Map;

/**
 * One second of a run.
 *
 * @param completed messages that were acknowledged, delivered and read by then
 * @param unacknowledged sent and not answered yet
 * @param undelivered acknowledged and not yet with the other person
 * @param lags of the relay and the views, in events
 */
public record Second(
        long second,
        PerStep<Percentiles> latency,
        long sent,
        long completed,
        long unacknowledged,
        long undelivered,
        Map<String, Long> lags) {}
