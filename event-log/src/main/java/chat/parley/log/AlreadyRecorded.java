package chat.parley.log;

import chat.parley.events.StreamId;

/** The stream already holds an event of this command. Answer what the first attempt was answered. */
public final class AlreadyRecorded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient StreamId stream;
    private final transient CommandId command;

    public AlreadyRecorded(StreamId stream, CommandId command) {
        super("already recorded", null, false, false);
        this.stream = stream;
        this.command = command;
    }

    public StreamId stream() {
        return stream;
    }

    public CommandId command() {
        return command;
    }
}
