package chat.parley.command.session;

import chat.parley.events.SessionId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place in the list of sessions, newest first; encoded as the list's opaque cursor. */
public record SessionCursor(Instant createdAt, SessionId id) {

    private static final SessionCursor START =
            new SessionCursor(Instant.parse("9999-01-01T00:00:00Z"), new SessionId(new UUID(-1, -1)));

    /** @throws Refused {@link Reason#CURSOR_INVALID} */
    public static SessionCursor ofCursor(@Nullable String cursor) {
        if (cursor == null) {
            return START;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("/", 2);
            return new SessionCursor(Instant.parse(parts[0]), SessionId.of(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new Refused(Reason.CURSOR_INVALID);
        }
    }

    public String cursor() {
        byte[] text = (createdAt + "/" + id).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }
}
