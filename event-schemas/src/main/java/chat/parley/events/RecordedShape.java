package chat.parley.events;

/** A class that an event's JSON can be read as: the current one, or one of an earlier revision. */
public sealed interface RecordedShape permits ParleyEvent, Superseded {

    /** Converts to the current class, across any number of revisions. */
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
