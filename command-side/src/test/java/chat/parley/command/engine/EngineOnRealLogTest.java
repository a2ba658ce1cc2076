package chat.parley.command.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chat.parley.access.Caller;
import chat.parley.command.conversation.sendmessage.SendMessage;
import chat.parley.command.conversation.startdirect.DirectConversationStarter;
import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.contracts.Commands;
import chat.parley.contracts.NewMessage;
import chat.parley.contracts.Sent;
import chat.parley.events.ConversationId;
import chat.parley.events.EventId;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageId;
import chat.parley.events.MessageSent;
import chat.parley.events.SessionId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.AlreadyRecorded;
import chat.parley.log.CommandId;
import chat.parley.log.EventLog;
import chat.parley.log.Metadata;
import chat.parley.log.NewEvent;
import chat.parley.log.StoredEvent;
import chat.parley.log.snapshot.Snapshots;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.axonframework.common.Registration;
import org.axonframework.config.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two nodes on one log: this one, and another that is played by appending behind its back. */
@CommandSideTest
class EngineOnRealLogTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Commands commands;

    @Autowired
    private DirectConversationStarter conversations;

    @Autowired
    private CommandDispatch dispatch;

    @Autowired
    private EventLog log;

    @Autowired
    private Snapshots snapshots;

    @Autowired
    private Configuration axon;

    private Api api;
    private Person person;
    private Caller alice;
    private ConversationId conversation;

    @BeforeEach
    void aConversation() {
        api = new Api(port);
        person = api.register("alice");
        alice = new Caller(UserId.of(person.user()), SessionId.of(person.session()));
        conversation = conversations
                .start(alice, api.register("bob").username(), new CommandId("start"))
                .conversation();
    }

    @Test
    void whatAnotherNodeRecordedIsContinued() {
        send(message(1), "first");
        byAnotherNode(2, 2, message(2), "second");
        Sent third = send(message(3), "third");
        assertThat(third.sequence()).isEqualTo(3);
        assertThat(third.number()).isEqualTo(3);
    }

    @Test
    void aMessageAnotherNodeRecordedIsNotRecordedAgain() {
        send(message(1), "first");
        StoredEvent second = byAnotherNode(2, 2, message(2), "second");
        assertThat(send(message(2), "second").position()).isEqualTo(second.position());
    }

    @Test
    void aMessageTheAggregateHasForgottenIsRecognizedByTheLog() {
        Sent first = send(message(1), "first");
        LongStream.rangeClosed(2, 210).forEach(number -> byAnotherNode(number, number, message(number), "text"));
        assertThat(send(message(211), "next").number()).isEqualTo(211);
        assertThat(send(message(1), "first")).isEqualTo(first);
        assertThatThrownBy(() -> send(message(1), "other"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.MESSAGE_ID_REUSED));
        SendMessage again = new SendMessage(conversation, alice.user(), message(1), new MessageContent("first"));
        assertThatThrownBy(() -> dispatch.send(again, alice, CommandId.of(alice.user(), message(1))))
                .isInstanceOf(AlreadyRecorded.class);
        assertThat(log.readStream(StreamId.conversation(conversation), 0, 1_000))
                .hasSize(212);
    }

    @Test
    void anotherNodeReadsOnlyTheLastEventsOfALongConversation() {
        long sent = sendUntilASnapshotIsNear();
        CountingLog counting = new CountingLog(log);
        SendMessage next = new SendMessage(conversation, alice.user(), message(sent + 1), new MessageContent("next"));
        List<StoredEvent> recorded;
        try (EngineNode another = EngineNode.on(counting, snapshots)) {
            recorded = another.dispatch().send(next, alice);
        }
        assertThat(recorded)
                .extracting(StoredEvent::event)
                .containsExactly(
                        new MessageSent(conversation, sent + 1, alice.user(), message(sent + 1), next.content()));
        assertThat(counting.rowsRead()).isLessThanOrEqualTo(SnapshotPolicy.EVERY);
    }

    @Test
    void aCommandOverHttpRunsOnAVirtualThread() {
        List<Boolean> virtual = new CopyOnWriteArrayList<>();
        Registration watching = axon.commandBus().registerHandlerInterceptor((_, chain) -> {
            virtual.add(Thread.currentThread().isVirtual());
            return chain.proceed();
        });
        String message = "{\"message\":\"%s\",\"text\":\"hello\"}".formatted(message(1));
        api.post("/api/conversations/" + conversation + "/messages", person.accessToken(), message);
        watching.cancel();
        assertThat(virtual).containsExactly(true);
    }

    /**
     * A snapshot that falls due while the stream's last one is still being written is left out, and the next one is due as
     * many events later: so this sends on until the last events are in one.
     */
    private long sendUntilASnapshotIsNear() {
        StreamId stream = StreamId.conversation(conversation);
        AtomicLong sent = new AtomicLong();
        await().pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    long last = sent.incrementAndGet();
                    send(message(last), "text");
                    return last > 2 * SnapshotPolicy.EVERY
                            && snapshots
                                    .of(stream)
                                    .filter(kept -> last - kept.sequence() < SnapshotPolicy.EVERY / 2)
                                    .isPresent();
                });
        return sent.get();
    }

    private Sent send(MessageId message, String text) {
        return commands.send(alice, conversation, new NewMessage(message, text));
    }

    private StoredEvent byAnotherNode(long sequence, long number, MessageId message, String text) {
        MessageSent event = new MessageSent(conversation, number, alice.user(), message, new MessageContent(text));
        Metadata metadata = new Metadata(alice.user(), alice.session(), UUID.randomUUID(), null);
        return log.append(List.of(new NewEvent(
                        new EventId(UUID.randomUUID()),
                        sequence,
                        event,
                        CommandId.of(alice.user(), message),
                        metadata)))
                .getFirst();
    }

    private static MessageId message(long key) {
        return new MessageId(new UUID(0x7000, Long.MIN_VALUE | key));
    }
}
