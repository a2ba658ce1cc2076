package chat.parley.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.events.EventId;
import chat.parley.events.ParleyEvent;
import chat.parley.events.StreamId;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What any event store Axon could stand on promises, ours included. Beyond it, and so in {@link EventLogTest} and
 * {@link SeveralProcessesTest} only: positions without holes that become visible in order, time that never goes back,
 * streams without holes, command ids, guard rows, and joining the caller's transaction.
 */
abstract class EventLogContract {

    /** A stored event without what only one of the stores knows of it. */
    record Recorded(EventId id, long sequence, ParleyEvent event) {

        static Recorded of(NewEvent fresh) {
            return new Recorded(fresh.id(), fresh.sequence(), fresh.event());
        }

        static List<Recorded> of(NewEvent... fresh) {
            return List.of(fresh).stream().map(Recorded::of).toList();
        }
    }

    interface Store {

        /** @throws SequenceConflict another was first */
        void append(NewEvent... unitOfWork);

        List<Recorded> read(StreamId stream, long fromSequence);

        /** What is recorded from now on, in order, as far as it is there when asked for. */
        Supplier<List<Recorded>> follow();
    }

    interface Story {
        void tell(Store store) throws Exception;
    }

    abstract void withStore(Story story);

    @Test
    void whatIsAppendedIsReadBackWholeFromAnySequence() {
        withStore(store -> {
            Examples two = Examples.ofTwo();
            NewEvent[] events = {two.started(), two.sent(1, "hello"), two.sent(2, "there")};
            store.append(events);
            StreamId stream = StreamId.conversation(two.conversation());
            assertThat(store.read(stream, 0)).isEqualTo(Recorded.of(events));
            assertThat(store.read(stream, 2)).containsExactly(Recorded.of(events[2]));
            assertThat(store.read(stream, 3)).isEmpty();
        });
    }

    @Test
    void aStreamNobodyWroteToIsEmpty() {
        withStore(store -> assertThat(
                        store.read(StreamId.conversation(Examples.ofTwo().conversation()), 0))
                .isEmpty());
    }

    @Test
    void aUnitOfWorkIsAllOrNothing() {
        withStore(store -> {
            Examples two = Examples.ofTwo();
            NewEvent started = two.started();
            NewEvent first = two.sent(1, "first");
            store.append(started, first);
            assertThatThrownBy(() -> store.append(two.sent(2, "fits"), two.sent(1, "does not")))
                    .isInstanceOf(SequenceConflict.class);
            assertThat(store.read(StreamId.conversation(two.conversation()), 0)).isEqualTo(Recorded.of(started, first));
        });
    }

    @Test
    void ofManyWhoWriteTheSameSequenceOneIsFirst() {
        withStore(store -> {
            Examples two = Examples.ofTwo();
            store.append(two.started());
            List<NewEvent> same = IntStream.range(0, 8)
                    .mapToObj(writer -> two.sent(1, "from writer " + writer))
                    .toList();
            AtomicInteger conflicts = new AtomicInteger();
            Queue<Recorded> recorded = new ConcurrentLinkedQueue<>();
            try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
                same.forEach(sent -> writers.execute(() -> {
                    try {
                        store.append(sent);
                        recorded.add(Recorded.of(sent));
                    } catch (SequenceConflict _) {
                        conflicts.incrementAndGet();
                    }
                }));
            }
            assertThat(conflicts).hasValue(7);
            assertThat(store.read(StreamId.conversation(two.conversation()), 1)).containsExactlyElementsOf(recorded);
        });
    }

    @Test
    void followersReadAllStreamsInTheOrderOfTheirAppends() {
        withStore(store -> {
            Examples one = Examples.ofTwo();
            Examples two = Examples.ofTwo();
            Supplier<List<Recorded>> follower = store.follow();
            assertThat(follower.get()).isEmpty();
            NewEvent[] events = {one.started(), two.started(), two.sent(1, "a"), one.sent(1, "b"), two.sent(2, "c")};
            for (NewEvent event : events) {
                store.append(event);
            }
            assertThat(follower.get()).isEqualTo(Recorded.of(events));
        });
    }

    @Test
    void whatManyAppendAtOnceIsAllThereAndEachStreamInItsOrder() {
        withStore(store -> {
            Supplier<List<Recorded>> follower = store.follow();
            List<Examples> pairs = Stream.generate(Examples::ofTwo).limit(16).toList();
            try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
                pairs.forEach(two -> writers.execute(() -> {
                    store.append(two.started());
                    for (long sequence = 1; sequence <= 20; sequence++) {
                        store.append(two.sent(sequence, "message " + sequence));
                    }
                }));
            }
            List<Recorded> followed = follower.get();
            assertThat(followed).hasSize(16 * 21).doesNotHaveDuplicates();
            pairs.forEach(two -> {
                StreamId stream = StreamId.conversation(two.conversation());
                List<Recorded> read = store.read(stream, 0);
                assertThat(read).hasSize(21).isEqualTo(ofStream(followed, stream));
                assertThat(read).extracting(Recorded::sequence).isSorted();
            });
        });
    }

    private static List<Recorded> ofStream(List<Recorded> all, StreamId stream) {
        return all.stream().filter(each -> each.event().stream().equals(stream)).toList();
    }
}
