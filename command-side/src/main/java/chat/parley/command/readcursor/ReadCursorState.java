package chat.parley.command.readcursor;

import chat.parley.events.StreamId;

/**
 * What a cursor knows, as its snapshots keep it.
 *
 * @param readAtMillis when it was last moved by reading, 0 where it never was
 */
record ReadCursorState(StreamId stream, long deliveredUpTo, long readUpTo, long readAtMillis) {

    /** To be raised with every change above. */
    static final int REVISION = 2;
}
