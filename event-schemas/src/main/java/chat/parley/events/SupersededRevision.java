package chat.parley.events;

/**
 * Says which revision of which event a {@link Superseded} shape was. Every one of them is listed, for {@link java.util.ServiceLoader},
 * in a file {@code META-INF/services/chat.parley.events.SupersededRevision}; an event's own revision is one more than the number of
 * those it superseded.
 */
public interface SupersededRevision {

    /** As stored, e.g. {@code parley.conversation.message-sent}. */
    String typeName();

    /** From 1. */
    int revision();

    Class<? extends Superseded> shape();
}
