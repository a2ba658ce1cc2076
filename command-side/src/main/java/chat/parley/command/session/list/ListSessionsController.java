package chat.parley.command.session.list;

import chat.parley.access.Caller;
import chat.parley.command.session.Session;
import chat.parley.command.session.SessionCursor;
import chat.parley.command.session.Sessions;
import chat.parley.events.SessionId;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ListSessionsController {

    private static final int PAGE = 50;

    record SessionPage(List<SessionItem> items, @Nullable String next) {}

    record SessionItem(
            SessionId session, @Nullable String device, Instant createdAt, Instant lastUsedAt, boolean current) {

        static SessionItem of(Session session, Caller caller) {
            return new SessionItem(
                    session.id(),
                    session.device(),
                    session.createdAt(),
                    session.lastUsedAt(),
                    session.id().equals(caller.session()));
        }
    }

    private final Sessions sessions;

    ListSessionsController(Sessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping("/api/sessions")
    @Operation(operationId = "listSessions", summary = "One's sessions in use, newest first")
    SessionPage list(Caller caller, @RequestParam(required = false) @Nullable String cursor) {
        List<Session> found = sessions.inUse(caller.user(), SessionCursor.ofCursor(cursor), PAGE + 1);
        List<Session> page = found.subList(0, Math.min(PAGE, found.size()));
        return new SessionPage(
                page.stream().map(session -> SessionItem.of(session, caller)).toList(), next(found, page));
    }

    private static @Nullable String next(List<Session> found, List<Session> page) {
        boolean more = found.size() > page.size();
        return more
                ? new SessionCursor(page.getLast().createdAt(), page.getLast().id()).cursor()
                : null;
    }
}
