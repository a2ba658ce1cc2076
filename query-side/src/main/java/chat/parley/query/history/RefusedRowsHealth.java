package chat.parley.query.history;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Reports refused rows of the history view; the service itself is healthy. */
@Component("refusedRows")
class RefusedRowsHealth extends AbstractHealthIndicator {

    private final RefusedRows rows;

    RefusedRowsHealth(RefusedRows rows) {
        this.rows = rows;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up().withDetail("count", rows.count()).withDetail("places", rows.places());
    }
}
