package chat.parley.query.health;

import chat.parley.views.history.HistoryCheckpoints;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Whether the history view answers; reading a checkpoint is as cheap as asking whether it is there. */
@Component("historyView")
class HistoryViewHealth extends AbstractHealthIndicator {

    private final HistoryCheckpoints checkpoints;

    HistoryViewHealth(HistoryCheckpoints checkpoints) {
        super("the history view does not answer");
        this.checkpoints = checkpoints;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        checkpoints.reached(0);
        builder.up();
    }
}
