package chat.parley.gateway.socket;

import chat.parley.access.Caller;
import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.gateway.delivery.Subscription;
import chat.parley.gateway.frames.ServerFrame;
import chat.parley.gateway.frames.ServerFrames;
import chat.parley.gateway.outbound.CloseCode;
import chat.parley.gateway.outbound.Outbound;
import chat.parley.views.presence.Socket;
import chat.parley.views.presence.SocketId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One open socket of one device. */
public final class ClientSocket {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int TYPING_PER_SECOND = 2;
    private static final int WATCHES_PER_SECOND = 5;
    private static final int RESUMES_PER_MINUTE = 10;

    private final SocketId id;
    private final Caller caller;
    private final Outbound outbound;
    private final Subscription subscription;
    private final Lock replayTurn = new ReentrantLock();
    private final RateLimit typingPace = new RateLimit(TYPING_PER_SECOND, SECOND, System::nanoTime);
    private final RateLimit watchPace = new RateLimit(WATCHES_PER_SECOND, SECOND, System::nanoTime);
    private final RateLimit resumePace = new RateLimit(RESUMES_PER_MINUTE, Duration.ofMinutes(1), System::nanoTime);
    private final AtomicLong resumes = new AtomicLong();
    private volatile @Nullable Set<UserId> watched;
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

    /** Held by the one replay that may run at a time. */
    public Lock replayTurn() {
        return replayTurn;
    }

    public RateLimit typingPace() {
        return typingPace;
    }

    public RateLimit watchPace() {
        return watchPace;
    }

    public RateLimit resumePace() {
        return resumePace;
    }

    /** To be called before the client is told {@code ready}. */
    public void resumed() {
        resumes.incrementAndGet();
    }

    /** How often the client was told {@code ready}. */
    long resumes() {
        return resumes.get();
    }

    /** The people whose presence the client has in view; null if it has not said so. */
    public @Nullable Set<UserId> watched() {
        return watched;
    }

    public void watch(@Nullable Set<UserId> users) {
        watched = users;
    }

    public void tell(ServerFrame frame) {
        outbound.offer(ServerFrames.write(frame));
    }

    public void close(CloseCode code) {
        outbound.close(code);
    }

    /** As {@link #close}, after the waiting frames were sent. */
    void closeWhenTold(CloseCode code) {
        outbound.closeWhenWritten(code);
    }

    /** How long the client has not accepted what is being written. */
    long stuckNanos() {
        return outbound.stuckNanos();
    }

    public boolean isOpen() {
        return outbound.isOpen();
    }

    /** Runs if closing failed, because then nobody may ever report that the connection is gone. */
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

    /** The socket as registered for other nodes. */
    public Socket shown() {
        return new Socket(id, caller.user(), caller.session(), room);
    }

    /** The client sent something. */
    void heard() {
        heardAtNanos = System.nanoTime();
    }

    long silentNanos() {
        return System.nanoTime() - heardAtNanos;
    }
}
