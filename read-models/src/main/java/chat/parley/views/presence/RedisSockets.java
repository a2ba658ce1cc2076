package chat.parley.views.presence;

import chat.parley.events.ConversationId;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

final class RedisSockets implements Sockets {

    private static final String NO_ROOM = "-";
    private static final int USERS_AT_ONCE = 500;

    private final Scripts scripts;

    RedisSockets(Scripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public boolean opened(NodeId node, Socket socket) {
        return scripts.holds(Script.OPEN, arguments(node, socket));
    }

    @Override
    public boolean closed(NodeId node, Socket socket) {
        return scripts.holds(Script.CLOSE, arguments(node, socket));
    }

    @Override
    public void focused(NodeId node, Socket socket) {
        scripts.holds(Script.FOCUS, arguments(node, socket));
    }

    @Override
    public Map<NodeId, Set<UserId>> nodesOf(Collection<UserId> users) {
        Map<NodeId, Set<UserId>> nodes = new HashMap<>();
        for (String[] some : chunks(users)) {
            List<String> answer = scripts.list(Script.NODES_OF, some);
            for (int i = 0; i < answer.size(); i += 2) {
                nodes.computeIfAbsent(NodeId.of(answer.get(i + 1)), _ -> new HashSet<>())
                        .add(UserId.of(answer.get(i)));
            }
        }
        return nodes;
    }

    @Override
    public List<HeldSocket> of(UserId user) {
        List<String> answer = scripts.list(Script.SOCKETS_OF, user.toString());
        List<HeldSocket> sockets = new ArrayList<>();
        for (int i = 0; i < answer.size(); i += 2) {
            sockets.add(held(user, answer.get(i), answer.get(i + 1)));
        }
        return sockets;
    }

    static String[] arguments(NodeId node, Socket socket) {
        @Nullable ConversationId room = socket.room();
        return new String[] {
            node.toString(),
            socket.user().toString(),
            socket.id().toString(),
            socket.session().toString(),
            room == null ? NO_ROOM : room.toString()
        };
    }

    /** A script holds Redis up while it runs: many people are asked for in several steps. */
    static List<String[]> chunks(Collection<UserId> users) {
        List<String> ids = users.stream().distinct().map(UserId::toString).toList();
        List<String[]> chunks = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += USERS_AT_ONCE) {
            chunks.add(ids.subList(from, Math.min(from + USERS_AT_ONCE, ids.size()))
                    .toArray(String[]::new));
        }
        return chunks;
    }

    private static HeldSocket held(UserId user, String socket, String value) {
        String[] parts = value.split(" ", 3);
        @Nullable ConversationId room = parts[2].equals(NO_ROOM) ? null : ConversationId.of(parts[2]);
        return new HeldSocket(NodeId.of(parts[0]), new Socket(SocketId.of(socket), user, SessionId.of(parts[1]), room));
    }
}
