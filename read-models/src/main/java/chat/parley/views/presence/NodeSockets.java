package chat.parley.views.presence;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/** Changes any number of sockets of one node in one step. */
final class NodeSockets {

    static final String NO_ROOM = "-";

    private static final RedisScript<List<String>> OPEN = PresenceScript.changing("open");
    private static final RedisScript<List<String>> CLOSE = PresenceScript.changing("close");
    private static final RedisScript<List<String>> FOCUS = PresenceScript.changing("focus");
    private static final RedisScript<List<String>> EVICT = PresenceScript.changing("evict");

    /** When sockets that are evicted were last there. */
    enum LastSeen {
        NOW("now"),
        WHEN_RENEWED("renewal");

        private final String argument;

        LastSeen(String argument) {
            this.argument = argument;
        }
    }

    private final StringRedisTemplate redis;
    private final Duration lease;
    private final Duration lastSeenKept;

    NodeSockets(StringRedisTemplate redis, Duration lease, Duration lastSeenKept) {
        this.redis = redis;
        this.lease = lease;
        this.lastSeenKept = lastSeenKept;
    }

    /** Returns the users who came online. */
    Set<UserId> open(NodeId node, Collection<Socket> sockets) {
        return change(OPEN, node, sockets, LastSeen.NOW);
    }

    /** Returns the users who went offline. */
    Set<UserId> close(NodeId node, Collection<Socket> sockets) {
        return change(CLOSE, node, sockets, LastSeen.NOW);
    }

    void focus(NodeId node, Collection<Socket> sockets) {
        change(FOCUS, node, sockets, LastSeen.NOW);
    }

    /** Deletes sockets of a node without a lease. Returns the users who have none left, each to one caller. */
    Set<UserId> evict(NodeId node, Collection<Socket> sockets, LastSeen lastSeen) {
        return change(EVICT, node, sockets, lastSeen);
    }

    private Set<UserId> change(
            RedisScript<List<String>> script, NodeId node, Collection<Socket> sockets, LastSeen lastSeen) {
        List<String> keys = new ArrayList<>(List.of(PresenceKeys.NODES, PresenceKeys.socketsOf(node)));
        List<String> arguments =
                new ArrayList<>(List.of(millis(lease), millis(lastSeenKept), node.toString(), lastSeen.argument));
        for (Socket socket : sockets) {
            UserId user = socket.user();
            @Nullable ConversationId room = socket.room();
            keys.addAll(List.of(PresenceKeys.socketsOf(user), PresenceKeys.devicesOf(user), PresenceKeys.erased(user)));
            arguments.addAll(List.of(
                    user.toString(),
                    socket.id().toString(),
                    socket.session().toString(),
                    room == null ? NO_ROOM : room.toString()));
        }
        return redis.execute(script, keys, arguments.toArray()).stream()
                .map(UserId::of)
                .collect(Collectors.toSet());
    }

    static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
