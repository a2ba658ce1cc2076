package chat.parley.events;

/**
 * An event of a type or revision that this build does not know, as services of neighbouring releases send them to one another. It is
 * kept whole and passed on; its facets say what everyone has to heed all the same.
 *
 * @param json the event as it was written, with its content where that can be read
 * @param facets as its writer recorded them
 */
public record UnknownEvent(StreamId stream, EventName name, String json, Facets facets) implements ParleyEvent {}
