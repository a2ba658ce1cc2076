package chat.parley.log;

/** Another writer recorded this sequence of the stream first. Load the aggregate again and decide again. */
public final class SequenceConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SequenceConflict() {
        super("another writer was first", null, false, false);
    }
}
