package chat.parley.views.presence;

import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import chat.parley.views.presence.NodeSockets.LastSeen;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

final class RedisGatewayNodes implements GatewayNodes {

    private static final RedisScript<Boolean> TAKE = PresenceScript.deciding("take");
    private static final RedisScript<Boolean> RENEW = PresenceScript.deciding("renew");
    private static final RedisScript<Boolean> RESIGN = PresenceScript.deciding("resign");
    private static final RedisScript<Boolean> REMAINS = PresenceScript.deciding("remains");
    private static final RedisScript<List<String>> LIVE = PresenceScript.listing("live");
    private static final RedisScript<List<String>> LAPSED = PresenceScript.listing("lapsed");
    private static final int SOCKETS_AT_ONCE = 200;

    private final StringRedisTemplate redis;
    private final NodeSockets sockets;
    private final Duration lease;

    RedisGatewayNodes(StringRedisTemplate redis, NodeSockets sockets, Duration lease) {
        this.redis = redis;
        this.sockets = sockets;
        this.lease = lease;
    }

    @Override
    public void join(NodeId node, Supplier<? extends Collection<Socket>> open) {
        decide(TAKE, node);
        Map<SocketId, Socket> gone = byId(listed(redis.opsForSet().members(PresenceKeys.socketsOf(node))));
        Map<SocketId, Socket> known = byId(open.get());
        someAtATime(node, known.values(), some -> sockets.open(node, some));

        // A socket that was closed or changed rooms meanwhile may have been written before it was registered.
        Map<SocketId, Socket> now = byId(open.get());
        gone.putAll(known);
        gone.keySet().removeAll(now.keySet());
        now.values().removeAll(known.values());
        someAtATime(node, gone.values(), some -> sockets.close(node, some));
        someAtATime(node, now.values(), some -> sockets.focus(node, some));
    }

    @Override
    public boolean renew(NodeId node) {
        return decide(RENEW, node);
    }

    @Override
    public Set<UserId> leave(NodeId node) {
        decide(RESIGN, node);
        return evict(node, LastSeen.NOW);
    }

    @Override
    public Set<NodeId> live() {
        return nodes(LIVE);
    }

    @Override
    public Set<UserId> sweep() {
        Set<UserId> offline = new HashSet<>();
        for (NodeId node : nodes(LAPSED)) {
            offline.addAll(evict(node, LastSeen.WHEN_RENEWED));
        }
        return offline;
    }

    private Set<UserId> evict(NodeId node, LastSeen lastSeen) {
        Set<UserId> offline = new HashSet<>();
        while (decide(REMAINS, node)) {
            Set<String> some = redis.opsForSet().distinctRandomMembers(PresenceKeys.socketsOf(node), SOCKETS_AT_ONCE);
            offline.addAll(sockets.evict(node, listed(some), lastSeen));
        }
        return offline;
    }

    private boolean decide(RedisScript<Boolean> script, NodeId node) {
        return redis.execute(
                script,
                List.of(PresenceKeys.NODES, PresenceKeys.socketsOf(node)),
                NodeSockets.millis(lease),
                node.toString());
    }

    private Set<NodeId> nodes(RedisScript<List<String>> script) {
        return redis.execute(script, List.of(PresenceKeys.NODES), NodeSockets.millis(lease)).stream()
                .map(NodeId::of)
                .collect(Collectors.toSet());
    }

    /** In steps, so that no command waits long, and the lease is renewed in between. */
    private void someAtATime(NodeId node, Collection<Socket> sockets, Consumer<List<Socket>> change) {
        sockets.stream().gather(Gatherers.windowFixed(SOCKETS_AT_ONCE)).forEach(some -> {
            change.accept(some);
            decide(TAKE, node);
        });
    }

    private static List<Socket> listed(Set<String> entries) {
        return entries.stream().map(RedisGatewayNodes::socket).toList();
    }

    private static Socket socket(String entry) {
        String[] parts = entry.split(" ", 3);
        return new Socket(SocketId.of(parts[1]), UserId.of(parts[0]), SessionId.of(parts[2]), null);
    }

    private static Map<SocketId, Socket> byId(Collection<Socket> sockets) {
        Map<SocketId, Socket> byId = new HashMap<>();
        sockets.forEach(socket -> byId.put(socket.id(), socket));
        return byId;
    }
}
