package chat.parley.log.read;

import chat.parley.events.LogId;
import chat.parley.log.LogSchema;
import chat.parley.log.append.Appender;
import chat.parley.log.row.EventCodec;
import chat.parley.log.row.EventRowReader;
import chat.parley.log.signal.TailCache;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the log in order, by stream, and many streams at once. */
@Configuration(proxyBeanMethods = false)
public class ReadConfiguration {

    /** Declared by its class, so that it is found as {@link LogSlices} too. */
    @Bean
    PostgresEventLog eventLog(LogSchema schema, LogId id, Appender appender, EventRowReader rows, TailCache tail) {
        return new PostgresEventLog(id, schema.jdbc(), appender, rows, tail);
    }

    @Bean
    StreamQueries manyStreams(LogSchema schema, EventRowReader rows, EventCodec codec) {
        return new PostgresStreamQueries(schema.jdbc(), rows, codec);
    }

    @Bean
    PeerEvents peerEvents(LogSchema schema) {
        return new PostgresPeerEvents(schema.jdbc());
    }

    @Bean
    LogTime logTime(LogSchema schema) {
        return new LogTime(schema.jdbc());
    }
}
