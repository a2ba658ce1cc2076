package chat.parley.gateway.socket;

import chat.parley.events.UserId;
import chat.parley.views.presence.SocketId;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The sockets this node holds. */
@Component
public class OpenSockets {

    private final Map<SocketId, ClientSocket> byId = new ConcurrentHashMap<>();
    private final Map<UserId, Set<ClientSocket>> byUser = new ConcurrentHashMap<>();

    OpenSockets(MeterRegistry meters) {
        meters.gaugeMapSize("parley.gateway.sockets", java.util.List.of(), byId);
    }

    public void add(ClientSocket socket) {
        byId.put(socket.id(), socket);
        byUser.compute(socket.caller().user(), (_, sockets) -> {
            Set<ClientSocket> now = sockets == null ? ConcurrentHashMap.newKeySet() : sockets;
            now.add(socket);
            return now;
        });
    }

    public void remove(ClientSocket socket) {
        byId.remove(socket.id());
        byUser.computeIfPresent(socket.caller().user(), (_, sockets) -> {
            sockets.remove(socket);
            return sockets.isEmpty() ? null : sockets;
        });
    }

    public Collection<ClientSocket> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    public Collection<ClientSocket> of(UserId user) {
        return Collections.unmodifiableCollection(byUser.getOrDefault(user, Set.of()));
    }

    public Set<UserId> users() {
        return Collections.unmodifiableSet(byUser.keySet());
    }
}
