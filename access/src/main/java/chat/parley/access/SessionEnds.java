package chat.parley.access;

import chat.parley.distribution.Broker;
import chat.parley.distribution.DistributionConfiguration;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The {@link EndedSessions} over the context's database and broker. */
@Configuration(proxyBeanMethods = false)
@Import(DistributionConfiguration.class)
class SessionEnds {

    @Bean
    RememberedEnds rememberedEnds(ObjectProvider<Clock> clock) {
        return new RememberedEnds(clock.getIfUnique(Clock::systemUTC));
    }

    @Bean
    BroadcastEnds endedSessions(Broker broker, RememberedEnds ends) {
        return new BroadcastEnds(broker, ends);
    }

    @Bean
    SessionsTable sessionsTable(DataSource dataSource, RememberedEnds ends) {
        return new SessionsTable(dataSource, ends);
    }
}
