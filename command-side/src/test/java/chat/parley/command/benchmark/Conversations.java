package chat.parley.command.benchmark;

import chat.parley.access.Caller;
import chat.parley.command.conversation.sendmessage.SendMessage;
import chat.parley.command.conversation.startdirect.StartDirect;
import chat.parley.command.engine.CommandDispatch;
import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageId;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.log.CommandId;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Conversations that were started, for messages of an ordinary length. */
record Conversations(List<Pair> pairs) {

    private static final MessageContent CONTENT =
            new MessageContent("Shall we meet at the station at half past seven, or is that too early for you?");

    record Pair(Caller writer, UserId other, ConversationId conversation) {

        static Pair fresh() {
            Caller writer = new Caller(new UserId(UUID.randomUUID()), new SessionId(UUID.randomUUID()));
            UserId other = new UserId(UUID.randomUUID());
            UUID random = UUID.randomUUID();
            ConversationId conversation =
                    DirectConversation.ofBits(random.getMostSignificantBits(), random.getLeastSignificantBits());
            return new Pair(writer, other, conversation);
        }

        void start(CommandDispatch dispatch) {
            dispatch.send(new StartDirect(conversation, writer.user(), other), writer);
        }

        void send(CommandDispatch dispatch, MessageId message) {
            SendMessage command = new SendMessage(conversation, writer.user(), message, CONTENT);
            dispatch.send(command, writer, CommandId.of(writer.user(), message));
        }
    }

    static Conversations started(int count, CommandDispatch dispatch) {
        List<Pair> pairs = IntStream.range(0, count).mapToObj(_ -> Pair.fresh()).toList();
        pairs.forEach(pair -> pair.start(dispatch));
        return new Conversations(pairs);
    }

    Pair any(RandomGenerator random) {
        return pairs.get(random.nextInt(pairs.size()));
    }

    static MessageId message() {
        return new MessageId(UuidCreator.getTimeOrderedEpoch());
    }
}
