package chat.parley.events;

/**
 * An event of a type or revision that this build does not know, such as one written by a newer release. It is kept whole and
 * passed on; its facets still say what everyone must observe.
 *
 * @param json the event as it was written, with its content if that can be read
 * @param facets as its writer recorded them
 */
public record UnknownEvent(StreamId stream, EventName name, String json, Facets facets) implements ParleyEvent {

    /** The name of a damaged event, of which nothing but its place can be read. No build knows this type. */
    public static final EventName DAMAGED = new EventName("parley.log.damaged", 1);

    /** Whether a newer build knows its type or revision. */
    public boolean isNewer() {
        return !name.equals(DAMAGED);
    }
}
