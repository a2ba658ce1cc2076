package chat.parley.log.signal;

import chat.parley.log.LogHealth;
import chat.parley.log.LogSchema;
import chat.parley.log.content.DataKeys;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the readers of this process and of others that the log has grown. */
@Configuration(proxyBeanMethods = false)
public class SignalConfiguration {

    @Bean(destroyMethod = "close")
    LogSignals logSignals(LogSchema schema, DataKeys keys) {
        LogSignals signals = new LogSignals(schema.dataSource(), keys);
        signals.start();
        return signals;
    }

    /** Without signals the readers look at the log every second. */
    @Bean
    HealthIndicator logSignalsHealthIndicator(LogSignals signals) {
        return () -> (signals.isListening() ? Health.up() : Health.status(LogHealth.DEGRADED)).build();
    }

    @Bean
    Tail logTail() {
        return new Tail(System::nanoTime);
    }

    @Bean
    Appended appended(Tail tail, LogSignals signals) {
        return new Appended(tail, signals);
    }
}
