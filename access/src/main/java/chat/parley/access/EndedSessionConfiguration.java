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

/** Sets up {@link EndedSessions}, and the news of sign-ins, over the context's database and broker. */
@Configuration(proxyBeanMethods = false)
@Import(DistributionConfiguration.class)
class EndedSessionConfiguration {

    /** Uses a monotonic clock: setting the wall clock must not close sockets. */
    @Bean
    EndedSessionCache rememberedEnds() {
        return new EndedSessionCache(() -> Instant.EPOCH.plusNanos(System.nanoTime()));
    }

    @Bean
    SessionEndBroadcast endedSessions(Broker broker, RabbitTemplate template, EndedSessionCache ends) {
        return new SessionEndBroadcast(broker, template, ends);
    }

    @Bean
    SignInBroadcast signIns(RabbitTemplate template) {
        return new SignInBroadcast(template);
    }

    @Bean
    EndedSessionPoller sessionsTable(DataSource dataSource, EndedSessionCache ends, TaskScheduler scheduler) {
        Schema.ACCOUNTS.requireCurrent(dataSource);
        return new EndedSessionPoller(dataSource, ends, scheduler);
    }
}
