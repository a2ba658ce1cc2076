package chat.parley.command.readcursor;

import chat.parley.command.engine.SnapshotShape;
import chat.parley.command.engine.SnapshottedAggregates;
import chat.parley.events.StreamId;
import org.axonframework.config.AggregateConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReadCursorConfiguration {

    @Bean
    AggregateConfiguration<ReadCursor> readCursorAggregate() {
        return SnapshottedAggregates.aggregate(ReadCursor.class);
    }

    @Bean
    SnapshotShape<ReadCursor, ReadCursorState> readCursorSnapshots() {
        return new SnapshotShape<>(
                ReadCursor.class,
                StreamId.READ_CURSOR,
                ReadCursorState.REVISION,
                ReadCursorState.class,
                ReadCursor::state,
                ReadCursor::new);
    }
}
