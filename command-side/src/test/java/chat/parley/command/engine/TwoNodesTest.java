package chat.parley.command.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.access.Caller;
import chat.parley.command.conversation.addmember.AddMember;
import chat.parley.command.conversation.creategroup.CreateGroup;
import chat.parley.command.conversation.removemember.RemoveMember;
import chat.parley.command.conversation.sendmessage.SendMessage;
import chat.parley.command.conversation.startdirect.StartDirect;
import chat.parley.database.Role;
import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.GroupDetails;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageId;
import chat.parley.events.MessageSent;
import chat.parley.events.SessionId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.infrastructure.Address;
import chat.parley.log.AlreadyRecorded;
import chat.parley.log.CommandId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.testing.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Two command nodes over one database, and many who send at once in the same few conversations through both. */
class TwoNodesTest {

    private static final int SENDERS = 24;
    private static final int MESSAGES_EACH = 60;
    private static final int CONVERSATIONS = 3;

    private final long seed = System.nanoTime();
    private final List<Caller> writers = new ArrayList<>();
    private final UserId reader = new UserId(UUID.randomUUID());

    @Test
    void whatEitherAcknowledgesIsStoredOnceAndInOneOrder() throws Exception {
        try (HikariDataSource database = database();
                EngineNode one = EngineNode.on(database);
                EngineNode other = EngineNode.on(database)) {
            for (int i = 0; i < CONVERSATIONS; i++) {
                start(one);
            }
            Set<MessageId> acknowledged = sendAtOnce(List.of(one, other));
            assertThat(acknowledged).hasSize(SENDERS * MESSAGES_EACH);
            Set<MessageId> stored = new HashSet<>();
            for (Caller writer : writers) {
                stored.addAll(messagesInOrder(one.part(EventLog.class), writer));
            }
            assertThat(stored).as("seed %d", seed).isEqualTo(acknowledged);
        }
    }

    /** What records nothing meets no conflict, so that a node has to ask whether it knows all there is. */
    @Test
    void nobodyIsRefusedOrAnsweredOnLessThanTheOtherNodeRecorded() {
        Caller owner = someone();
        Caller carol = someone();
        ConversationId group = new ConversationId(UUID.randomUUID());
        try (HikariDataSource database = database();
                EngineNode one = EngineNode.on(database);
                EngineNode other = EngineNode.on(database)) {
            one.dispatch()
                    .send(new CreateGroup(group, owner.user(), List.of(reader), new GroupDetails("a group")), owner);
            for (int turn = 0; turn < 2; turn++) {
                assertThat(other.dispatch().send(new AddMember(group, owner.user(), carol.user()), owner))
                        .hasSize(1);
                assertThat(one.dispatch().send(hello(group, carol), carol)).hasSize(1);
                assertThat(other.dispatch().send(hello(group, owner), owner)).hasSize(1);
                assertThat(one.dispatch().send(new RemoveMember(group, owner.user(), carol.user()), owner))
                        .hasSize(1);
                assertThatThrownBy(() -> other.dispatch().send(hello(group, carol), carol))
                        .isInstanceOfSatisfying(
                                Refused.class,
                                refused -> assertThat(refused.reason()).isEqualTo(Reason.CONVERSATION_UNKNOWN));
            }
        }
    }

    /** Guard rows are written first, and say of themselves that they were decided on too little. */
    @Test
    void whatWasDecidedBeforeSomeoneLeftAndCameBackIsDecidedAgain() {
        Caller owner = someone();
        Caller carol = someone();
        ConversationId group = new ConversationId(UUID.randomUUID());
        try (HikariDataSource database = database();
                EngineNode one = EngineNode.on(database);
                EngineNode other = EngineNode.on(database)) {
            one.dispatch()
                    .send(
                            new CreateGroup(group, owner.user(), List.of(carol.user()), new GroupDetails("a group")),
                            owner);
            other.dispatch().send(hello(group, owner), owner);
            other.dispatch().send(new RemoveMember(group, owner.user(), carol.user()), owner);
            other.dispatch().send(new AddMember(group, owner.user(), carol.user()), owner);
            assertThat(one.dispatch().send(new RemoveMember(group, owner.user(), carol.user()), owner))
                    .extracting(StoredEvent::sequence)
                    .containsExactly(4L);
            assertThat(one.dispatch().send(new AddMember(group, owner.user(), carol.user()), owner))
                    .extracting(StoredEvent::sequence)
                    .containsExactly(5L);
            assertThat(other.dispatch().send(new RemoveMember(group, owner.user(), carol.user()), owner))
                    .extracting(StoredEvent::sequence)
                    .containsExactly(6L);
            other.dispatch().send(hello(group, owner), owner);
            other.dispatch().send(new AddMember(group, owner.user(), carol.user()), owner);
            assertThat(one.dispatch().send(new AddMember(group, owner.user(), carol.user()), owner))
                    .isEmpty();
        }
    }

    private static Caller someone() {
        return new Caller(new UserId(UUID.randomUUID()), new SessionId(UUID.randomUUID()));
    }

    private static SendMessage hello(ConversationId conversation, Caller author) {
        return new SendMessage(
                conversation, author.user(), new MessageId(UUID.randomUUID()), new MessageContent("hello"));
    }

    private Set<MessageId> sendAtOnce(List<EngineNode> nodes) throws Exception {
        List<Future<List<MessageId>>> sending = new ArrayList<>();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int sender = 0; sender < SENDERS; sender++) {
                SplittableRandom random = new SplittableRandom(seed + sender);
                sending.add(senders.submit(() -> sendMany(nodes, random)));
            }
        }
        Set<MessageId> acknowledged = new HashSet<>();
        for (Future<List<MessageId>> each : sending) {
            acknowledged.addAll(each.get());
        }
        return acknowledged;
    }

    private List<MessageId> sendMany(List<EngineNode> nodes, SplittableRandom random) {
        List<MessageId> acknowledged = new ArrayList<>();
        for (int i = 0; i < MESSAGES_EACH; i++) {
            Caller writer = writers.get(random.nextInt(writers.size()));
            MessageId message = new MessageId(new UUID(random.nextLong(), random.nextLong()));
            int attempts = 1 + random.nextInt(2);
            for (int attempt = 0; attempt < attempts; attempt++) {
                CommandDispatch node = nodes.get(random.nextInt(nodes.size())).dispatch();
                sendUntilAcknowledged(node, writer, message);
            }
            acknowledged.add(message);
        }
        return acknowledged;
    }

    private void sendUntilAcknowledged(CommandDispatch node, Caller writer, MessageId message) {
        SendMessage command =
                new SendMessage(conversation(writer), writer.user(), message, new MessageContent("hello"));
        while (true) {
            try {
                node.send(command, writer, CommandId.of(writer.user(), message));
                return;
            } catch (AlreadyRecorded _) {
                return;
            } catch (Refused refused) {
                assertThat(refused.reason()).isEqualTo(Reason.CONFLICT);
            }
        }
    }

    /** Sequences and numbers without a hole: nobody decided on what did not come to be. */
    private List<MessageId> messagesInOrder(EventLog log, Caller writer) {
        List<StoredEvent> events = log.readStream(StreamId.conversation(conversation(writer)), 1, 10_000);
        List<Long> counted = LongStream.rangeClosed(1, events.size()).boxed().toList();
        List<MessageSent> sent =
                events.stream().map(event -> (MessageSent) event.event()).toList();
        assertThat(events).as("seed %d", seed).extracting(StoredEvent::sequence).isEqualTo(counted);
        assertThat(sent).as("seed %d", seed).extracting(MessageSent::number).isEqualTo(counted);
        assertThat(sent).as("seed %d", seed).extracting(MessageSent::message).doesNotHaveDuplicates();
        return sent.stream().map(MessageSent::message).toList();
    }

    private void start(EngineNode node) {
        Caller writer = someone();
        writers.add(writer);
        node.dispatch().send(new StartDirect(conversation(writer), writer.user(), reader), writer);
    }

    private ConversationId conversation(Caller writer) {
        return DirectConversation.ofBits(
                writer.user().value().getMostSignificantBits() ^ reader.value().getMostSignificantBits(),
                writer.user().value().getLeastSignificantBits() ^ reader.value().getLeastSignificantBits());
    }

    private static HikariDataSource database() {
        Address.Postgresql address = TestDatabase.shared().as(Role.COMMAND);
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(address.jdbcUrl());
        database.setUsername(address.user());
        database.setPassword(address.password());
        return database;
    }
}
