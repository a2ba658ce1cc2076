package chat.parley.load.measure;

/** What a message goes through, each timed from the moment it was meant to be sent. */
public enum Step {
    /** Its author holds the answer that it is in the log. */
    ACKNOWLEDGED,
    /** The other person's device holds it. */
    DELIVERED,
    /** Its author's device has been told that it was shown. */
    READ
}
