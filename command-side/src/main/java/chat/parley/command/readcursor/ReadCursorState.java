package chat.parley.command.readcursor;

import chat.parley.events.StreamId;

/** What a cursor knows, as its snapshots keep it. */
record ReadCursorState(StreamId stream, long deliveredUpTo, long readUpTo) {

    /** To be raised with every change above. */
    static final int REVISION = 1;
}
