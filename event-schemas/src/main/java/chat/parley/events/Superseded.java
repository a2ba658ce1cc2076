package chat.parley.events;

/** A shape an event no longer has; rows that were written in it stay. */
public non-sealed interface Superseded extends RecordedShape {

    /** The same in the following revision's shape. What that one added is told from what is here, or is a neutral value. */
    RecordedShape next();
}
