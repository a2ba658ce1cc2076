package chat.parley.events;

/**
 * Declares which revision of which event a {@link Superseded} class is. All are listed for {@link java.util.ServiceLoader}
 * in {@code META-INF/services/chat.parley.events.SupersededRevision}; the current revision is one more than their number.
 */
public interface SupersededRevision {

    /** As stored, e.g. {@code parley.conversation.message-sent}. */
    String typeName();

    /** From 1. */
    int revision();

    Class<? extends Superseded> shape();
}
