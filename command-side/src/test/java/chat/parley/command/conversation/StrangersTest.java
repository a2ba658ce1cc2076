package chat.parley.command.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.access.Caller;
import chat.parley.command.conversation.deletemessage.MessageDeleter;
import chat.parley.command.conversation.removemember.RemoveMember;
import chat.parley.command.conversation.sendmessage.MessageSender;
import chat.parley.command.conversation.startdirect.StartDirect;
import chat.parley.command.engine.EngineNode;
import chat.parley.command.readcursor.move.ReadCursorMover;
import chat.parley.contracts.CursorMoves;
import chat.parley.contracts.NewMessage;
import chat.parley.database.Role;
import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.EventType;
import chat.parley.events.MessageId;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.log.CommandId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.testing.RecordedStatements;
import chat.parley.testing.TestDatabase;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stranger costs the same whether or not there is a conversation, so that nobody learns from the time it takes who talks. */
class StrangersTest {

    private static final RecordedStatements DATABASE =
            new RecordedStatements(TestDatabase.shared().as(Role.COMMAND).dataSource());
    private static final EngineNode WARM = EngineNode.servingPeopleOn(DATABASE);
    private static final EngineNode COLD = EngineNode.servingPeopleOn(DATABASE);

    private final Caller alice = someone();
    private final Caller stranger = someone();
    private final ConversationId none = random();
    private final ConversationId theirs = random();
    private final MessageId message = new MessageId(UuidCreator.getTimeOrderedEpoch());

    enum Attempt {
        SEND,
        DELETE,
        REACT,
        ADD,
        REMOVE,
        LEAVE,
        RECEIVED,
        READ;

        void make(EngineNode node, Caller caller, ConversationId conversation, MessageId message) {
            switch (this) {
                case SEND ->
                    node.part(MessageSender.class).send(caller, conversation, new NewMessage(message, "hello"));
                case DELETE -> node.part(MessageDeleter.class).delete(caller, conversation, message, 1);
                case REACT ->
                    node.part(TargetMessages.class)
                            .annotated(caller, conversation, message, 1, EventType.REACTIONS_CHANGED);
                case ADD -> node.part(MembershipChanges.class).requireMember(conversation, caller.user());
                case REMOVE -> remove(node, caller, conversation, new UserId(UUID.randomUUID()));
                case LEAVE -> remove(node, caller, conversation, caller.user());
                case RECEIVED ->
                    node.part(ReadCursorMover.class).move(caller, CursorMoves.received(Map.of(conversation, 1L)));
                case READ -> node.part(ReadCursorMover.class).move(caller, CursorMoves.read(Map.of(conversation, 1L)));
            }
        }

        private static void remove(EngineNode node, Caller caller, ConversationId conversation, UserId member) {
            node.part(MembershipChanges.class)
                    .send(
                            new RemoveMember(conversation, caller.user(), member),
                            conversation,
                            member,
                            caller,
                            new CommandId(UUID.randomUUID().toString()));
        }
    }

    private static Caller someone() {
        return new Caller(new UserId(UUID.randomUUID()), new SessionId(UUID.randomUUID()));
    }

    private static ConversationId random() {
        UUID random = UUID.randomUUID();
        return DirectConversation.ofBits(random.getMostSignificantBits(), random.getLeastSignificantBits());
    }

    @BeforeEach
    void aliceTalks() {
        UserId bob = new UserId(UUID.randomUUID());
        WARM.dispatch().send(new StartDirect(theirs, alice.user(), bob), alice);
        Attempt.SEND.make(WARM, alice, theirs, message);
    }

    @AfterAll
    static void stop() {
        WARM.close();
        COLD.close();
    }

    private static List<String> refused(ThrowingCallable attempt) {
        return DATABASE.during(() -> assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.CONVERSATION_UNKNOWN)));
    }

    @ParameterizedTest
    @EnumSource
    void whatAStrangerTriesMakesTheSameStatementsInAConversationOfOthersAndInNone(Attempt attempt) {
        for (EngineNode node : List.of(WARM, COLD)) {
            List<String> inNone = refused(() -> attempt.make(node, stranger, none, message));
            List<String> inTheirs = refused(() -> attempt.make(node, stranger, theirs, message));
            List<String> again = refused(() -> attempt.make(node, stranger, theirs, message));
            assertThat(inNone).hasSize(1).first().asString().contains("FROM log.membership");
            assertThat(inTheirs).isEqualTo(inNone);
            assertThat(again).isEqualTo(inNone);
        }
    }

    @Test
    void aMemberWhoSendsOnIsNotAskedAbout() {
        List<String> statements = DATABASE.during(
                () -> Attempt.SEND.make(WARM, alice, theirs, new MessageId(UuidCreator.getTimeOrderedEpoch())));
        assertThat(statements).noneMatch(sql -> sql.contains("log.membership"));
    }
}
