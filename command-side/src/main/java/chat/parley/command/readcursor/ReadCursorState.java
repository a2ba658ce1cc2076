package chat.parley.command.readcursor;

import chat.parley.events.StreamId;

/**
 * The state of a read cursor in a snapshot.
 *
 * @param readAtMillis when the read watermark last moved; 0 if never
 * @param told whether the other members were told of what was recorded last
 */
record ReadCursorState(StreamId stream, long deliveredUpTo, long readUpTo, long readAtMillis, boolean told) {

    /** Must be raised with every change of the fields above. */
    static final int REVISION = 3;
}
