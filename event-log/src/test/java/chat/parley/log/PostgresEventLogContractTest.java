package chat.parley.log;

import chat.parley.events.StreamId;
import java.util.List;
import java.util.function.Supplier;

class PostgresEventLogContractTest extends EventLogContract {

    @Override
    void withStore(Story story) {
        LogContext.runner().run(context -> story.tell(new Ours(context.getBean(EventLog.class))));
    }

    private record Ours(EventLog log) implements Store {

        @Override
        public void append(NewEvent... unitOfWork) {
            log.append(List.of(unitOfWork));
        }

        @Override
        public List<Recorded> read(StreamId stream, long fromSequence) {
            return recorded(log.readStream(stream, fromSequence, 1_000));
        }

        @Override
        public Supplier<List<Recorded>> follow() {
            long start = log.head();
            return () -> recorded(log.readAfter(start, 1_000));
        }

        private static List<Recorded> recorded(List<StoredEvent> events) {
            return events.stream()
                    .map(e -> new Recorded(e.envelope().id(), e.sequence(), e.event()))
                    .toList();
        }
    }
}
