package chat.parley.views.presence;

import chat.parley.events.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which sockets each person has and which node holds them. Sockets of nodes whose lease lapsed count as gone. */
public interface Sockets {

    /** Registers a socket. True if its user had none before: the user came online. */
    boolean opened(NodeId node, Socket socket);

    /**
     * Deletes a socket and records when its user and device were last seen. True if it was the user's last: the user went
     * offline.
     */
    boolean closed(NodeId node, Socket socket);

    /** Stores the conversation that a socket shows; nothing if the socket is unknown. */
    void focused(NodeId node, Socket socket);

    /** The nodes that hold sockets of the given people, each with those people. */
    Map<NodeId, Set<UserId>> nodesOf(Collection<UserId> users);

    /** Every socket of one person, with the room each of the devices is in. */
    List<HeldSocket> of(UserId user);
}
