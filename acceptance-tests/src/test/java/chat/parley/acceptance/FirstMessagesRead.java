package chat.parley.acceptance;

import chat.parley.events.ConversationId;
import chat.parley.events.MessagesRead;
import chat.parley.events.RecordedShape;
import chat.parley.events.Superseded;
import chat.parley.events.SupersededRevision;
import chat.parley.events.UserId;

/** As if reading had once been recorded in other words: what the product writes is the second revision in these tests. */
record FirstMessagesRead(ConversationId conversation, UserId reader, long number) implements Superseded {

    @Override
    public RecordedShape next() {
        return new MessagesRead(conversation, reader, number, true);
    }

    /** Listed for ServiceLoader. */
    public static final class Listed implements SupersededRevision {

        @Override
        public String typeName() {
            return "parley.read-cursor.read";
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Class<? extends Superseded> shape() {
            return FirstMessagesRead.class;
        }
    }
}
