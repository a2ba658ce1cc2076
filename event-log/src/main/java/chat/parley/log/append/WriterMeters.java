package chat.parley.log.append;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** The size of batches, and how long PostgreSQL takes for one. */
final class WriterMeters {

    private final DistributionSummary units;
    private final Timer commits;

    WriterMeters(MeterRegistry registry) {
        units = DistributionSummary.builder("parley.log.batch")
                .description("Units of work gathered into one commit")
                .publishPercentileHistogram()
                .maximumExpectedValue((double) Batch.MOST_UNITS)
                .register(registry);
        commits = Timer.builder("parley.log.commit")
                .description("One batch's statement and commit")
                .publishPercentileHistogram()
                .register(registry);
    }

    void written(int batch, long nanos) {
        units.record(batch);
        commits.record(nanos, TimeUnit.NANOSECONDS);
    }
}
