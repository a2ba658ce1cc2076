package chat.parley.access;

import chat.parley.database.Schema;
import chat.parley.distribution.Broker;
import chat.parley.distribution.DistributionConfiguration;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.TaskScheduler;

/** Sets up {@link EndedSessions} over the context's database and broker. */
@Configuration(proxyBeanMethods = false)
@Import(DistributionConfiguration.class)
class SessionEnds {

    /** Uses a monotonic clock: setting the wall clock must not close sockets. */
    @Bean
    RememberedEnds rememberedEnds() {
        return new RememberedEnds(() -> Instant.EPOCH.plusNanos(System.nanoTime()));
    }

    @Bean
    BroadcastEnds endedSessions(Broker broker, RabbitTemplate template, RememberedEnds ends) {
        return new BroadcastEnds(broker, template, ends);
    }

    @Bean
    SessionsTable sessionsTable(DataSource dataSource, RememberedEnds ends, TaskScheduler scheduler) {
        Schema.ACCOUNTS.requireCurrent(dataSource);
        return new SessionsTable(dataSource, ends, scheduler);
    }
}
