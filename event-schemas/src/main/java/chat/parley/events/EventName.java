package chat.parley.events;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an event on the wire and in the log, for ever: the name of its type, never of a class, and the revision.
 *
 * @param type as stored, e.g. {@code parley.conversation.message-sent}
 * @param revision counts the shapes this type has had, from 1
 */
public record EventName(String type, int revision) {

    private static final String PREFIX = "parley.";
    private static final Pattern PUBLISHED = Pattern.compile("(parley\\..+)\\.v([1-9][0-9]{0,4})");

    public EventName {
        if (!type.startsWith(PREFIX) || revision < 1) {
            throw new IllegalArgumentException("no event is called " + type + " in revision " + revision);
        }
    }

    public static EventName of(ParleyEvent event) {
        return event instanceof UnknownEvent unknown
                ? unknown.name()
                : EventType.of(event).eventName();
    }

    /** Parses what {@link #published} writes; empty if it is not the name of an event. */
    public static Optional<EventName> ofPublished(String published) {
        Matcher name = PUBLISHED.matcher(published);
        return name.matches()
                ? Optional.of(new EventName(name.group(1), Integer.parseInt(name.group(2))))
                : Optional.empty();
    }

    /** As published: the type with its revision, e.g. {@code parley.conversation.message-sent.v1}. */
    public String published() {
        return type + ".v" + revision;
    }

    /** The form in routing keys and gateway frames: the published name without the product's prefix. */
    public String routed() {
        return published().substring(PREFIX.length());
    }
}
