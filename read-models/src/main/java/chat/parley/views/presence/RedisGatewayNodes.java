package chat.parley.views.presence;

import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

final class RedisGatewayNodes implements GatewayNodes {

    private static final int SOCKETS_AT_ONCE = 200;

    private final Redis redis;
    private final Scripts scripts;

    RedisGatewayNodes(Redis redis, Scripts scripts) {
        this.redis = redis;
        this.scripts = scripts;
    }

    @Override
    public void join(NodeId node, Supplier<? extends Collection<Socket>> open) {
        take(node);
        Map<SocketId, Socket> gone = listed(node);
        Map<SocketId, Socket> known = byId(open.get());
        sendAll(Script.OPEN, node, known.values());

        // What closed or changed rooms meanwhile may have done so in Redis before it was registered.
        Map<SocketId, Socket> now = byId(open.get());
        gone.putAll(known);
        gone.keySet().removeAll(now.keySet());
        now.values().removeAll(known.values());
        sendAll(Script.CLOSE, node, gone.values());
        sendAll(Script.FOCUS, node, now.values());
    }

    @Override
    public boolean renew(NodeId node) {
        return scripts.holds(Script.RENEW, node.toString());
    }

    @Override
    public Set<UserId> leave(NodeId node) {
        scripts.holds(Script.RESIGN, node.toString());
        return evict(node, "now");
    }

    @Override
    public Set<NodeId> live() {
        return scripts.list(Script.LIVE).stream().map(NodeId::of).collect(Collectors.toSet());
    }

    @Override
    public Set<UserId> sweep() {
        Set<UserId> offline = new HashSet<>();
        for (String node : scripts.list(Script.LAPSED)) {
            offline.addAll(evict(NodeId.of(node), "renewal"));
        }
        return offline;
    }

    private Set<UserId> evict(NodeId node, String lastSeen) {
        Set<UserId> offline = new HashSet<>();
        List<String> answer;
        do {
            answer = scripts.list(Script.EVICT, node.toString(), String.valueOf(SOCKETS_AT_ONCE), lastSeen);
            answer.stream().skip(1).map(UserId::of).forEach(offline::add);
        } while (Integer.parseInt(answer.getFirst()) == SOCKETS_AT_ONCE);
        return offline;
    }

    private void take(NodeId node) {
        scripts.holds(Script.TAKE, node.toString());
    }

    /** Some at a time, so that none waits long behind the others, and with the lease kept however many they are. */
    private void sendAll(Script script, NodeId node, Collection<Socket> sockets) {
        List<Socket> all = List.copyOf(sockets);
        for (int from = 0; from < all.size(); from += SOCKETS_AT_ONCE) {
            Redis.awaitAll(all.subList(from, Math.min(from + SOCKETS_AT_ONCE, all.size())).stream()
                    .map(socket -> scripts.sendFor(script, RedisSockets.arguments(node, socket)))
                    .toList());
            take(node);
        }
    }

    private Map<SocketId, Socket> listed(NodeId node) {
        Set<String> entries = redis.ask(commands -> commands.smembers("parley:node:" + node + ":sockets"));
        return entries == null
                ? new HashMap<>()
                : byId(entries.stream().map(RedisGatewayNodes::socket).toList());
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
