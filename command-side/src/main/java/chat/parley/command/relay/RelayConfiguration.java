package chat.parley.command.relay;

import chat.parley.command.schema.CommandSchemas;
import chat.parley.distribution.AnalyticsExchanges;
import chat.parley.distribution.Broker;
import chat.parley.log.EventLog;
import chat.parley.log.row.SealedRows;
import chat.parley.log.signal.LogSignal;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RelayConfiguration {

    /** @param schemas the cursor's table, which must be current */
    @Bean
    Relay relay(
            EventLog log,
            SealedRows rows,
            LogSignal wake,
            Broker broker,
            AnalyticsExchanges analytics,
            JdbcConnectionDetails database,
            MeterRegistry meters,
            @SuppressWarnings("unused") CommandSchemas schemas) {
        return new Relay(log, rows, wake, broker, analytics, database, new RelayMeters(log, meters));
    }
}
