package chat.parley.views.presence;

import chat.parley.events.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which sockets each person has and which node holds them. Sockets of nodes whose lease lapsed count as gone. */
public interface Sockets {

    /** Makes a socket known. True if its user had none before: the user came online. */
    boolean opened(NodeId node, Socket socket);

    /** Forgets a socket and notes that its user and device were last seen now. True if it was the user's last: the user went offline. */
    boolean closed(NodeId node, Socket socket);

    /** Stores the room a socket looks at; nothing if the socket is not known. */
    void focused(NodeId node, Socket socket);

    /** The nodes to tell, each with those of the given people it holds a socket of. */
    Map<NodeId, Set<UserId>> nodesOf(Collection<UserId> users);

    /** Every socket of one person, with the room each of the devices is in. */
    List<HeldSocket> of(UserId user);
}
