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
    PostgresLogSignal logSignals(LogSchema schema, DataKeys keys) {
        PostgresLogSignal signals = new PostgresLogSignal(schema.dataSource(), keys);
        signals.start();
        return signals;
    }

    /** Without signals the readers look at the log every second. */
    @Bean
    HealthIndicator logSignalsHealthIndicator(PostgresLogSignal signals) {
        return () -> (signals.isListening() ? Health.up() : Health.status(LogHealth.DEGRADED)).build();
    }

    @Bean
    TailCache logTail() {
        return new TailCache(System::nanoTime);
    }

    @Bean
    CommitNotifier commitNotifier(TailCache tail, PostgresLogSignal signals) {
        return new CommitNotifier(tail, signals);
    }
}
