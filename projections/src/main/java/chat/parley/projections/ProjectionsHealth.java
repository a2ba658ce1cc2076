package chat.parley.projections;

import chat.parley.events.Envelope;
import chat.parley.log.EventLog;
import chat.parley.views.ViewUnavailable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Which views lack an event of a newer type: by queue, its position and name. */
@Component("projections")
final class ProjectionsHealth implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

    private final List<View> views;
    private final EventLog log;

    ProjectionsHealth(List<View> views, EventLog log) {
        this.views = views;
        this.log = log;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (View view : views) {
            for (int queue = 0; queue < view.group().queues(); queue++) {
                add(health, view, queue);
            }
        }
        return health.build();
    }

    private void add(Health.Builder health, View view, int queue) {
        String part = view.group().part(queue);
        try {
            Optional<Envelope> unknown = UnknownEvents.stoppingHere(view, queue, log);
            if (unknown.isPresent()) {
                Envelope event = unknown.get();
                health.status(DEGRADED)
                        .withDetail(
                                part,
                                Map.of(
                                        "stoppedBefore",
                                        event.position(),
                                        "type",
                                        event.type().published()));
            }
        } catch (ViewUnavailable | DataAccessException e) {
            health.status(DEGRADED).withDetail(part, "nobody can tell now");
        }
    }
}
