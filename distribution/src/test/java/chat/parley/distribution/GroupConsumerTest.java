package chat.parley.distribution;

import static chat.parley.distribution.BrokerContext.inChannel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.infrastructure.Component;
import chat.parley.infrastructure.ComponentFailed;
import chat.parley.infrastructure.EmbeddedInfrastructure;
import chat.parley.testing.TestInfrastructure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Consumers against a real broker: what is published arrives, in order, once the handler has stored it. */
class GroupConsumerTest {

    private static final ConsumerGroup GROUP = BrokerContext.GROUP;
    private static final ConsumerGroup MANY_QUEUES = ConsumerGroup.HISTORY;

    private static final EmbeddedInfrastructure INFRASTRUCTURE = TestInfrastructure.with(Component.RABBITMQ);
    private static final ConfigurableApplicationContext SERVICE = BrokerContext.start(true);
    private static final Broker BROKER = SERVICE.getBean(Broker.class);

    /** Records what it was given; fails as a test wishes. */
    private static final class Recorder implements EventHandler {
        final List<Envelope> handled = new CopyOnWriteArrayList<>();
        final AtomicInteger starts = new AtomicInteger();
        final AtomicInteger handledBeforeAnnounced = new AtomicInteger(Integer.MAX_VALUE);
        final AtomicBoolean storeAway = new AtomicBoolean();
        final AtomicInteger refused = new AtomicInteger();
        final AtomicInteger setAside = new AtomicInteger();
        final AtomicBoolean hasMissed = new AtomicBoolean();
        volatile Predicate<Envelope> poison = _ -> false;
        volatile Supplier<Error> error = AssertionError::new;
        volatile Predicate<Envelope> erroneous = _ -> false;
        volatile List<List<Envelope>> missed = List.of();

        @Override
        public void starting(int queue) {
            starts.incrementAndGet();
        }

        @Override
        public void setAside(int queue) {
            setAside.incrementAndGet();
        }

        @Override
        public boolean hasMissed(int queue) {
            refuseWhileAway();
            return hasMissed.getAndSet(false);
        }

        @Override
        public void announced(int queue) {
            handledBeforeAnnounced.set(handled.size());
        }

        @Override
        public Iterable<List<Envelope>> missed(int queue) {
            return missed;
        }

        @Override
        public void handle(int queue, List<Envelope> batch) {
            refuseWhileAway();
            if (batch.stream().anyMatch(poison)) {
                throw new IllegalStateException("cannot handle this one");
            }
            if (batch.stream().anyMatch(erroneous)) {
                throw error.get();
            }
            handled.addAll(batch);
        }

        private void refuseWhileAway() {
            if (storeAway.get()) {
                refused.incrementAndGet();
                throw new StoreUnavailable(new IOException("away"));
            }
        }
    }

    private final Recorder recorder = new Recorder();
    private final GroupConsumer consumer = new GroupConsumer(BROKER, GROUP, recorder);

    @BeforeAll
    static void bePatient() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    @AfterAll
    static void close() {
        SERVICE.close();
    }

    @BeforeEach
    void emptyTheQueues() throws Exception {
        BROKER.declare();
        inChannel(channel -> {
            channel.queuePurge(GROUP.queue(0));
            channel.queuePurge(GROUP.deadLetterQueue());
        });
    }

    @AfterEach
    void stop() {
        consumer.stop();
    }

    @Test
    void eventsOfAConversationArriveInOrder() throws Exception {
        consumer.start();
        List<Envelope> sent = messages(Examples.conversation(), 300);
        publish(sent);
        await().untilAsserted(() -> assertThat(recorder.handled).containsExactlyElementsOf(sent));
    }

    @Test
    void whatWasPublishedWhileNoOneConsumedIsThereForTheNextConsumer() throws Exception {
        List<Envelope> sent = messages(Examples.conversation(), 5);
        publish(sent);
        consumer.start();
        await().untilAsserted(() -> assertThat(recorder.handled).containsExactlyElementsOf(sent));
    }

    @Test
    void aStoreThatIsAwayIsWaitedForAndBlamesNoEvent() throws Exception {
        recorder.storeAway.set(true);
        consumer.start();
        List<Envelope> sent = messages(Examples.conversation(), 3);
        publish(sent);
        await().until(() -> recorder.starts.get() == 1);
        recorder.storeAway.set(false);
        await().untilAsserted(() -> assertThat(recorder.handled).containsExactlyElementsOf(sent));
        assertThat(deadLetters().count(GROUP)).isZero();
    }

    @Test
    void anEventThatCannotBeHandledIsSetAsideWithoutItsDataAndItsNeighboursGoOn() throws Exception {
        List<Envelope> sent = messages(Examples.conversation(), 3);
        recorder.poison = event -> event.equals(sent.get(1));
        publish(sent);
        consumer.start();
        await().untilAsserted(() -> assertThat(recorder.handled).containsExactly(sent.get(0), sent.get(2)));
        await().until(() -> deadLetters().count(GROUP) == 1);
        List<Long> positions = new CopyOnWriteArrayList<>();
        assertThat(deadLetters().redeliver(GROUP, (_, position) -> positions.add(position)))
                .isEqualTo(1);
        assertThat(positions).containsExactly(sent.get(1).position());
        assertThat(deadLetters().count(GROUP)).isZero();
    }

    @Test
    void anErrorConcernsTheEventItComesOfAndNoOther() throws Exception {
        List<Envelope> sent = messages(Examples.conversation(), 3);
        recorder.erroneous = event -> event.equals(sent.get(1));
        recorder.error = StackOverflowError::new;
        publish(sent);
        consumer.start();
        await().untilAsserted(() -> assertThat(recorder.handled).containsExactly(sent.get(0), sent.get(2)));
        await().until(() -> deadLetters().count(GROUP) == 1);
        assertThat(recorder.setAside).hasValue(1);
    }

    @Test
    void whatCannotBeReadIsSetAsideAndTheHandlerIsTold() throws Exception {
        consumer.start();
        await().until(() -> recorder.starts.get() == 1);
        await().until(() -> consumes(GROUP));
        inChannel(
                channel -> channel.basicPublish("", GROUP.queue(0), null, "no event".getBytes(StandardCharsets.UTF_8)));
        await().until(() -> recorder.setAside.get() == 1);
        assertThat(deadLetters().count(GROUP)).isEqualTo(1);
    }

    @Test
    void aHandlerThatCanTakeUpWhatWasPassedByReadsItBeforeTheQueuesOwn() throws Exception {
        List<Envelope> all = messages(Examples.conversation(), 4);
        consumer.start();
        await().until(() -> consumes(GROUP));
        recorder.missed = List.of(all.subList(0, 2));
        recorder.hasMissed.set(true);
        await().until(() -> recorder.starts.get() == 2);
        publish(all.subList(2, 4));
        await().untilAsserted(() -> assertThat(recorder.handled).containsExactlyElementsOf(all));
    }

    @Test
    void whatAStoreForgotWhileItWasAwayComesBeforeWhatWaitedForIt() throws Exception {
        List<Envelope> all = messages(Examples.conversation(), 6);
        consumer.start();
        publish(all.subList(0, 2));
        await().until(() -> recorder.handled.size() == 2);
        recorder.storeAway.set(true);
        publish(all.subList(4, 6));
        await().until(() -> recorder.refused.get() > 0);
        recorder.missed = List.of(all.subList(2, 4));
        recorder.hasMissed.set(true);
        recorder.storeAway.set(false);
        await().untilAsserted(() -> assertThat(recorder.handled).containsExactlyElementsOf(all));
        assertThat(recorder.starts).hasValue(2);
    }

    @Test
    void aDeadLetterThatStillFailsStays() throws Exception {
        Envelope sent = Examples.message(Examples.conversation(), 1, "poison");
        recorder.poison = _ -> true;
        publish(List.of(sent));
        consumer.start();
        await().until(() -> deadLetters().count(GROUP) == 1);
        assertThat(deadLetters().redeliver(GROUP, (_, _) -> {
                    throw new IllegalStateException("still");
                }))
                .isZero();
        assertThat(deadLetters().count(GROUP)).isEqualTo(1);
    }

    @Test
    void aConsumerWhoseQueueWasDeletedStartsOverWithTheChanceToCatchUp() throws Exception {
        consumer.start();
        await().until(() -> recorder.starts.get() == 1);
        inChannel(channel -> channel.queueDelete(GROUP.queue(0)));
        await().until(() -> recorder.starts.get() == 2);
        List<Envelope> sent = messages(Examples.conversation(), 2);
        publish(sent);
        await().untilAsserted(() -> assertThat(recorder.handled).containsExactlyElementsOf(sent));
    }

    @Test
    void whatTheQueueMissedComesBeforeWhatItHolds() throws Exception {
        List<Envelope> all = messages(Examples.conversation(), 6);
        recorder.missed = List.of(all.subList(0, 2), all.subList(2, 4));
        publish(all.subList(4, 6));
        consumer.start();
        await().untilAsserted(() -> assertThat(recorder.handled).containsExactlyElementsOf(all));
    }

    @Test
    void anEventThatCannotBeHandledDoesNotStopCatchingUp() throws Exception {
        List<Envelope> all = messages(Examples.conversation(), 4);
        recorder.missed = List.of(all.subList(0, 3));
        recorder.poison = event -> event.equals(all.get(1));
        publish(all.subList(3, 4));
        consumer.start();
        await().untilAsserted(() -> assertThat(recorder.handled).containsExactly(all.get(0), all.get(2), all.get(3)));
        assertThat(deadLetters().count(GROUP)).isEqualTo(1);
    }

    @Test
    void aRestartOfTheBrokerLosesNothing() throws Exception {
        List<Envelope> before = messages(Examples.conversation(), 50);
        publish(before);
        restartBroker();
        consumer.start();
        await().untilAsserted(() -> assertThat(recorder.handled).containsExactlyElementsOf(before));
        restartBroker();
        List<Envelope> after = messages(Examples.conversation(), 50);
        publish(after);
        // What was handled last before the restart may come again: the broker was not told of it yet.
        await().untilAsserted(() -> assertThat(recorder.handled.stream().distinct())
                .containsExactlyElementsOf(
                        Stream.concat(before.stream(), after.stream()).toList()));
        assertThat(deadLetters().count(GROUP)).isZero();
    }

    @Test
    void anAnnouncementIsHeardBeforeWhatIsPublishedAfterIt() throws Exception {
        List<Envelope> sent = messages(Examples.conversation(), 10);
        consumer.start();
        publish(sent.subList(0, 5));
        Announcement.publish(BROKER, GROUP);
        publish(sent.subList(5, 10));
        await().untilAsserted(() -> assertThat(recorder.handled).containsExactlyElementsOf(sent));
        assertThat(recorder.handledBeforeAnnounced).hasValueLessThanOrEqualTo(5);
        assertThat(deadLetters().count(GROUP)).isZero();
    }

    @Test
    void consumersOfAProcessShareOneConnectionUntilItIsLost() throws Exception {
        Object shared = BROKER.consuming();
        assertThat(BROKER.consuming()).isSameAs(shared);
        restartBroker();
        await().ignoreExceptions().until(() -> BROKER.consuming() != shared);
    }

    @Test
    void ofTwoInstancesOneConsumesAndTheOtherTakesOver() throws Exception {
        consumer.start();
        await().until(() -> recorder.starts.get() == 1);
        await().until(() -> consumes(GROUP));
        Recorder second = new Recorder();
        GroupConsumer standby = new GroupConsumer(BROKER, GROUP, second);
        standby.start();
        try {
            await().until(() -> second.starts.get() == 1);
            List<Envelope> sent = messages(Examples.conversation(), 10);
            publish(sent.subList(0, 5));
            await().untilAsserted(() -> assertThat(recorder.handled).containsExactlyElementsOf(sent.subList(0, 5)));
            consumer.stop();
            publish(sent.subList(5, 10));
            await().untilAsserted(() -> assertThat(second.handled).endsWith(sent.get(9)));
            assertThat(second.handled).isSubsetOf(sent);
        } finally {
            standby.stop();
        }
    }

    @Test
    void anEventForEveryPartitionComesInEachQueueBehindWhatWasPublishedBeforeIt() throws Exception {
        List<List<Envelope>> handled = IntStream.range(0, MANY_QUEUES.queues())
                .<List<Envelope>>mapToObj(_ -> new CopyOnWriteArrayList<>())
                .toList();
        BROKER.declare();
        inChannel(channel -> {
            for (int queue = 0; queue < MANY_QUEUES.queues(); queue++) {
                channel.queuePurge(MANY_QUEUES.queue(queue));
            }
        });
        List<Envelope> sent = Stream.generate(() -> Examples.message(Examples.conversation(), 1, "before"))
                .limit(100)
                .collect(Collectors.toCollection(ArrayList::new));
        Envelope marker = Examples.erased();
        sent.add(marker);
        publish(sent);
        GroupConsumer consumers = new GroupConsumer(
                BROKER, MANY_QUEUES, (queue, batch) -> handled.get(queue).addAll(batch));
        consumers.start();
        try {
            for (int queue = 0; queue < MANY_QUEUES.queues(); queue++) {
                int index = queue;
                List<Envelope> expected = sent.stream()
                        .filter(event -> MANY_QUEUES.brings(index, event))
                        .toList();
                await().untilAsserted(() -> assertThat(handled.get(index)).containsExactlyElementsOf(expected));
                assertThat(expected).endsWith(marker).hasSizeGreaterThan(1);
            }
        } finally {
            consumers.stop();
        }
    }

    @Test
    void whatComesSoonAfterABatchIsGatheredAndLongerWhereMuchCame() throws Exception {
        Duration gathering = Duration.ofSeconds(1);
        List<Integer> sizes = new CopyOnWriteArrayList<>();
        List<Long> times = new CopyOnWriteArrayList<>();
        GroupConsumer gatherer = new GroupConsumer(
                BROKER,
                GROUP,
                (_, batch) -> {
                    times.add(System.nanoTime());
                    sizes.add(batch.size());
                },
                gathering);
        List<Envelope> sent = messages(Examples.conversation(), 22);
        // What is to come soon after a batch must not be noticed late.
        ConditionFactory soon = await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5));
        gatherer.start();
        try {
            publish(sent.subList(0, 1));
            soon.until(() -> sizes.equals(List.of(1)));
            publish(sent.subList(1, 21));
            soon.until(() -> sizes.equals(List.of(1, 20)));
            publish(sent.subList(21, 22));
            soon.until(() -> sizes.equals(List.of(1, 20, 1)));
        } finally {
            gatherer.stop();
        }
        // From when the handler had each batch, which may have been a while after it was taken.
        assertThat(times.get(1) - times.get(0)).isGreaterThan(gathering.toNanos() / 2);
        assertThat(times.get(2) - times.get(1)).isGreaterThan(3 * gathering.toNanos());
    }

    @Test
    void aGroupOfOneKindIsBroughtThatKindAloneAndWhatGoesToEveryPartition() throws Exception {
        Recorder accounts = new Recorder();
        GroupConsumer consumers = new GroupConsumer(BROKER, ConsumerGroup.DIRECTORY, accounts);
        BROKER.declare();
        inChannel(channel -> {
            channel.queueDelete(ConsumerGroup.DIRECTORY.queue(0));
        });
        consumers.start();
        try {
            await().until(() -> accounts.starts.get() == 1);
            await().until(() -> consumes(ConsumerGroup.DIRECTORY));
            List<Envelope> sent = List.of(
                    Examples.registered(),
                    Examples.message(Examples.conversation(), 1, "hello"),
                    Examples.erased(),
                    Examples.registered());
            publish(sent);
            List<Envelope> expected = sent.stream()
                    .filter(event -> ConsumerGroup.DIRECTORY.brings(0, event))
                    .toList();
            assertThat(expected).hasSize(3);
            await().untilAsserted(() -> assertThat(accounts.handled).containsExactlyElementsOf(expected));
        } finally {
            consumers.stop();
        }
    }

    private static boolean consumes(ConsumerGroup group) throws Exception {
        List<Integer> consumers = new ArrayList<>();
        inChannel(channel ->
                consumers.add(channel.queueDeclarePassive(group.queue(0)).getConsumerCount()));
        return consumers.equals(List.of(1));
    }

    @Test
    void whatCannotBeReadIsSetAsideWithoutWhatItSays() throws Exception {
        consumer.start();
        List<Envelope> sent = messages(Examples.conversation(), 1);
        String route = sent.getFirst().routingKey();
        for (String body : List.of("a secret", "{\"position\": 7, \"note\": \"a secret\"}")) {
            publishRaw(route, body.getBytes(StandardCharsets.UTF_8));
        }
        publish(sent);
        await().untilAsserted(() -> assertThat(recorder.handled).containsExactlyElementsOf(sent));

        inChannel(channel -> {
            for (String kept : List.of(
                    "{\"specversion\":\"1.0\",\"queue\":0}", "{\"specversion\":\"1.0\",\"position\":7,\"queue\":0}")) {
                assertThat(channel.basicGet(GROUP.deadLetterQueue(), false).getBody())
                        .asString()
                        .isEqualTo(kept);
            }
        });
        await().until(() -> deadLetters().count(GROUP) == 2);
        List<Long> positions = new CopyOnWriteArrayList<>();
        assertThat(deadLetters().redeliver(GROUP, (_, position) -> positions.add(position)))
                .isEqualTo(1);
        assertThat(positions).containsExactly(7L);
        assertThat(deadLetters().count(GROUP)).isEqualTo(1);
    }

    @Test
    void anEventThatNoQueueTakesIsAnErrorThoughTheBrokerConfirmsIt() throws Exception {
        inChannel(channel -> channel.queueDelete(GROUP.queue(0)));
        var lost =
                new ConfirmedPublisher.Outgoing(Topology.EVENTS, "p99.nobody", Envelope.MEDIA_TYPE, true, new byte[0]);
        for (ConfirmedPublisher publisher : List.of(BROKER.publisher(), BROKER.coalescingPublisher("test"))) {
            assertThatThrownBy(() -> publisher.publish(List.of(lost), true)).isInstanceOf(Unroutable.class);
        }
    }

    private static List<Envelope> messages(ConversationId conversation, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> Examples.message(conversation, number, "text " + number))
                .toList();
    }

    private static DeadLetters deadLetters() {
        return SERVICE.getBean(DeadLetters.class);
    }

    private static void restartBroker() throws ComponentFailed {
        INFRASTRUCTURE.restart(Component.RABBITMQ);
    }

    private static void publishRaw(String route, byte[] body) {
        BROKER.publisher()
                .publish(
                        List.of(new ConfirmedPublisher.Outgoing(
                                Topology.EVENTS, route, Envelope.MEDIA_TYPE, true, body)),
                        true);
    }

    private static void publish(List<Envelope> events) {
        EnvelopeJson json = new EnvelopeJson();
        BROKER.publisher()
                .publish(
                        events.stream()
                                .map(json::outgoing)
                                .map(GroupConsumerTest::persistent)
                                .toList(),
                        true);
    }

    /** So that the broker's restart leaves it to the queue: there is no log here that a consumer could read it from. */
    private static ConfirmedPublisher.Outgoing persistent(ConfirmedPublisher.Outgoing message) {
        return new ConfirmedPublisher.Outgoing(
                message.exchange(), message.routingKey(), message.mediaType(), true, message.body());
    }
}
