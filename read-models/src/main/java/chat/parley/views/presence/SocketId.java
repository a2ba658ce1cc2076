package chat.parley.views.presence;

import java.util.UUID;

/** One open WebSocket. */
public record SocketId(UUID value) {

    public static SocketId of(String value) {
        return new SocketId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
