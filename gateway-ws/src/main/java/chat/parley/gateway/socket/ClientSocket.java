package chat.parley.gateway.socket;

import chat.parley.access.Caller;
import chat.parley.events.ConversationId;
import chat.parley.gateway.delivery.Subscription;
import chat.parley.gateway.frames.ServerFrame;
import chat.parley.gateway.frames.ServerFrames;
import chat.parley.gateway.outbound.CloseCode;
import chat.parley.gateway.outbound.Outbound;
import chat.parley.views.presence.Socket;
import chat.parley.views.presence.SocketId;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One open socket of one device. */
public final class ClientSocket {

    private static final int TYPING_PER_SECOND = 2;

    private final SocketId id;
    private final Caller caller;
    private final Outbound outbound;
    private final Subscription subscription;
    private final Lock replayTurn = new ReentrantLock();
    private final Pace typingPace = new Pace(TYPING_PER_SECOND, System::nanoTime);
    private volatile @Nullable ConversationId room;
    private volatile long heardAtNanos;

    public ClientSocket(SocketId id, Caller caller, Outbound outbound) {
        this.id = id;
        this.caller = caller;
        this.outbound = outbound;
        this.subscription = new Subscription(outbound);
        heard();
    }

    public SocketId id() {
        return id;
    }

    public Caller caller() {
        return caller;
    }

    public Subscription subscription() {
        return subscription;
    }

    /** Held by the one replay that runs at a time. */
    public Lock replayTurn() {
        return replayTurn;
    }

    public Pace typingPace() {
        return typingPace;
    }

    public void tell(ServerFrame frame) {
        outbound.offer(ServerFrames.write(frame));
    }

    public void close(CloseCode code) {
        outbound.close(code);
    }

    public boolean isOpen() {
        return outbound.isOpen();
    }

    /** What is to be done when hanging up failed, so that nobody may ever report that the connection is gone. */
    void afterFailedClose(Runnable action) {
        outbound.afterFailedClose(action);
    }

    /** The connection is gone. */
    void gone() {
        outbound.gone();
    }

    public void focus(@Nullable ConversationId conversation) {
        room = conversation;
    }

    /** As other nodes need to know it. */
    public Socket shown() {
        return new Socket(id, caller.user(), caller.session(), room);
    }

    /** The client gave a sign of life. */
    void heard() {
        heardAtNanos = System.nanoTime();
    }

    long silentNanos() {
        return System.nanoTime() - heardAtNanos;
    }
}
