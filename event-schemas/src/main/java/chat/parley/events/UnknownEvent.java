package chat.parley.events;

/**
 * An event of a type or revision that this build does not know, as services of neighbouring releases send them to one another. It is
 * kept whole and passed on; its facets say what everyone has to heed all the same.
 *
 * @param json the event as it was written, with its content where that can be read
 * @param facets as its writer recorded them
 */
public record UnknownEvent(StreamId stream, EventName name, String json, Facets facets) implements ParleyEvent {

    /** What an event is called of which nothing can be read any more but its place: no build will ever know what it was. */
    public static final EventName DAMAGED = new EventName("parley.log.damaged", 1);

    /** Whether it is of a type or revision to come, which another build knows. */
    public boolean isNewer() {
        return !name.equals(DAMAGED);
    }
}
