package chat.parley.events;

/** The class of an earlier revision of an event; rows in this form stay in the log. */
public non-sealed interface Superseded extends RecordedShape {

    /** Converts to the next revision. Fields that it added are derived from these, or get a neutral value. */
    RecordedShape next();
}
