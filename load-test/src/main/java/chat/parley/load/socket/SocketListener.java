package chat.parley.load.socket;

/** What comes on a socket; called by the one thread that reads all of them. */
public interface SocketListener {

    /**
     * A text frame.
     *
     * @param bytes UTF-8, valid until this returns
     * @param readAtNanos when it was taken from the connection, by {@link System#nanoTime}
     */
    void text(byte[] bytes, int offset, int length, long readAtNanos);

    /** The connection is gone; the code of the close frame, or 1006 where there was none. */
    void closed(int code);
}
