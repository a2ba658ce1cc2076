package chat.parley.projections;

import chat.parley.distribution.Broker;
import chat.parley.distribution.DistributionConfiguration;
import chat.parley.distribution.GroupConsumer;
import chat.parley.log.EventLog;
import chat.parley.log.EventLogConfiguration;
import chat.parley.projections.erasure.EagerErasureSweep;
import chat.parley.projections.erasure.QueueErasure;
import chat.parley.views.directory.DirectoryConfiguration;
import chat.parley.views.history.HistoryConfiguration;
import chat.parley.views.presence.PresenceConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The projections without their main class, so that they can also run inside a process of all services. */
@Configuration(proxyBeanMethods = false)
@Import({
    EventLogConfiguration.class,
    DistributionConfiguration.class,
    HistoryConfiguration.class,
    DirectoryConfiguration.class,
    PresenceConfiguration.class,
    HistoryView.class,
    DirectoryView.class,
    QueueErasure.class,
    EagerErasureSweep.class,
    ProjectionMetrics.class,
    ProjectionsHealth.class,
    DeadLetterEndpoint.class
})
public class Projections {

    /**
     * Up to four times as long is not noticeable, and at a thousand messages a second it halves the cost of storing them.
     */
    private static final Duration GATHERING = Duration.ofMillis(50);

    @Bean
    GroupConsumer historyProjection(
            Broker broker, HistoryView view, EventLog log, QueueErasure queueErasure, MeterRegistry metrics) {
        return new GroupConsumer(broker, view.group(), new Projection(view, log, queueErasure, metrics), GATHERING);
    }

    @Bean
    GroupConsumer directoryProjection(
            Broker broker, DirectoryView view, EventLog log, QueueErasure queueErasure, MeterRegistry metrics) {
        return new GroupConsumer(broker, view.group(), new Projection(view, log, queueErasure, metrics), GATHERING);
    }
}
