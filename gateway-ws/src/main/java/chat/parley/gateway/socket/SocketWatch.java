package chat.parley.gateway.socket;

import chat.parley.access.EndedSessions;
import chat.parley.distribution.RepeatedTask;
import chat.parley.distribution.Supervising;
import chat.parley.events.SessionId;
import chat.parley.gateway.outbound.CloseCode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Closes sockets whose session has ended or cannot be checked, and those whose client is silent or reads too slowly. */
@Component
class SocketWatch implements SmartLifecycle, Supervising {

    private static final int MISSED_HEARTBEATS = 2;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final OpenSockets sockets;
    private final EndedSessions ended;
    private final TaskScheduler scheduler;
    private final long silenceNanos;
    private final long slowNanos;
    private EndedSessions.@Nullable Registration registration;
    private @Nullable RepeatedTask watch;

    SocketWatch(OpenSockets sockets, EndedSessions ended, SocketSettings settings, TaskScheduler scheduler) {
        this.sockets = sockets;
        this.ended = ended;
        this.scheduler = scheduler;
        this.silenceNanos = settings.heartbeat().multipliedBy(MISSED_HEARTBEATS).toNanos();
        this.slowNanos = settings.slowAfter().toNanos();
    }

    private void ended(SessionId session) {
        sockets.all().stream()
                .filter(socket -> socket.caller().session().equals(session))
                .forEach(socket -> socket.close(CloseCode.SESSION_ENDED));
    }

    private void look() {
        boolean reachable = ended.reachable();
        for (ClientSocket socket : sockets.all()) {
            if (ended.isEnded(socket.caller().session())) {
                socket.close(CloseCode.SESSION_ENDED);
            } else if (!reachable) {
                socket.close(CloseCode.SESSIONS_UNKNOWN);
            } else if (socket.stuckNanos() > slowNanos) {
                socket.close(CloseCode.TOO_SLOW);
            } else if (socket.silentNanos() > silenceNanos) {
                socket.close(CloseCode.SILENT);
            }
        }
    }

    @Override
    public synchronized void start() {
        registration = ended.listen(this::ended);
        watch = RepeatedTask.start(scheduler, "socket watch", SECOND, this::look);
    }

    @Override
    public synchronized void stop() {
        if (registration != null) {
            registration.close();
        }
        if (watch != null) {
            watch.close();
        }
        registration = null;
        watch = null;
    }

    @Override
    public synchronized Collection<RepeatedTask> supervised() {
        return watch == null ? List.of() : List.of(watch);
    }

    @Override
    public synchronized boolean isRunning() {
        return watch != null;
    }
}
