package chat.parley.views.presence;

import chat.parley.events.ConversationId;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

final class RedisSockets implements Sockets {

    private static final RedisScript<List<List<String>>> NODES_OF = PresenceScript.listing("nodes_of");
    private static final RedisScript<List<String>> SOCKETS_OF = PresenceScript.listing("sockets_of");
    private static final int USERS_AT_ONCE = 500;

    private final StringRedisTemplate redis;
    private final NodeSockets sockets;
    private final Duration lease;

    RedisSockets(StringRedisTemplate redis, NodeSockets sockets, Duration lease) {
        this.redis = redis;
        this.sockets = sockets;
        this.lease = lease;
    }

    @Override
    public boolean opened(NodeId node, Socket socket) {
        return !sockets.open(node, List.of(socket)).isEmpty();
    }

    @Override
    public boolean closed(NodeId node, Socket socket) {
        return !sockets.close(node, List.of(socket)).isEmpty();
    }

    @Override
    public void focused(NodeId node, Socket socket) {
        sockets.focus(node, List.of(socket));
    }

    @Override
    public Map<NodeId, Set<UserId>> nodesOf(Collection<UserId> users) {
        Map<NodeId, Set<UserId>> nodes = new HashMap<>();
        for (List<UserId> some : chunks(users)) {
            List<String> keys = new ArrayList<>(List.of(PresenceKeys.NODES));
            some.forEach(user -> keys.add(PresenceKeys.socketsOf(user)));
            List<List<String>> answer = redis.execute(NODES_OF, keys, NodeSockets.millis(lease));
            for (int i = 0; i < some.size(); i++) {
                for (String node : answer.get(i)) {
                    nodes.computeIfAbsent(NodeId.of(node), _ -> new HashSet<>()).add(some.get(i));
                }
            }
        }
        return nodes;
    }

    @Override
    public List<HeldSocket> of(UserId user) {
        List<String> answer = redis.execute(
                SOCKETS_OF, List.of(PresenceKeys.NODES, PresenceKeys.socketsOf(user)), NodeSockets.millis(lease));
        List<HeldSocket> held = new ArrayList<>();
        for (int i = 0; i < answer.size(); i += 2) {
            held.add(held(user, answer.get(i), answer.get(i + 1)));
        }
        return held;
    }

    static HeldSocket held(UserId user, String socket, String value) {
        String[] parts = value.split(" ", 3);
        @Nullable ConversationId room = parts[2].equals(NodeSockets.NO_ROOM) ? null : ConversationId.of(parts[2]);
        return new HeldSocket(NodeId.of(parts[0]), new Socket(SocketId.of(socket), user, SessionId.of(parts[1]), room));
    }

    /** A script blocks Redis while it runs, so many people are looked up in several steps. */
    static List<List<UserId>> chunks(Collection<UserId> users) {
        return users.stream()
                .distinct()
                .gather(Gatherers.windowFixed(USERS_AT_ONCE))
                .toList();
    }
}
