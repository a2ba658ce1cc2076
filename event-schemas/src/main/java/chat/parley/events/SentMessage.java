package chat.parley.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member said something, to the conversation or in a thread of it. Whatever is done with a message names it by number and sequence. */
public sealed interface SentMessage extends ConversationEvent, CarriesContent permits MessageSent, ReplySent {

    /** Of a message of the conversation from 1 up; of one in a thread alone from -1 down. */
    long number();

    UserId author();

    /** The id the client chose. */
    MessageId message();

    /** The earlier message that this one answers; null if it answers none. */
    @Nullable
    MessageReference replyTo();

    /** Its place in a thread; null if it is in none. */
    @Nullable
    InThread thread();

    /** True where its author sent on what was said elsewhere. */
    @Nullable
    Boolean forwarded();

    /** What kind of call it stands for; null of a message that someone wrote. */
    @Nullable
    CallKind call();

    /** The ids of its files, in order; of a message in a thread alone there are none. */
    default List<UploadId> attachments() {
        return List.of();
    }

    @Override
    @Nullable
    MessageContent content();

    @Override
    default Owner owner() {
        return new Owner.Person(author());
    }

    @Override
    default UserId actor() {
        return author();
    }
}
