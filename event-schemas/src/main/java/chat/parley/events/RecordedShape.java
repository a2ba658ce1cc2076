package chat.parley.events;

/** What the JSON of an event may be read as: the event as it is now, or a shape it once had. */
public sealed interface RecordedShape permits ParleyEvent, Superseded {

    /** The event as it is now, however many revisions ago this was written. */
    default ParleyEvent current() {
        RecordedShape shape = this;
        while (true) {
            switch (shape) {
                case ParleyEvent event -> {
                    return event;
                }
                case Superseded superseded -> shape = superseded.next();
            }
        }
    }
}
