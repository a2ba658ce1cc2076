package chat.parley.views.presence;

import chat.parley.events.UserId;
import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;

/** The live gateway nodes, each with a lease of a few seconds that it keeps renewing. */
public interface GatewayNodes {

    /**
     * Takes a lease and registers exactly the node's open sockets: at the start, and whenever {@link #renew} says that the
     * lease was lost.
     *
     * @param open the open sockets, asked for more than once; a socket must leave it before {@link Sockets#closed} is called
     */
    void join(NodeId node, Supplier<? extends Collection<Socket>> open);

    /**
     * Renews the lease; to be called about every second. False if it lapsed or Redis was emptied: other nodes considered
     * this one dead, and it has to {@link #join} again.
     */
    boolean renew(NodeId node);

    /** Returns the lease and deletes the node's sockets. Returns the users who went offline. */
    Set<UserId> leave(NodeId node);

    Set<NodeId> live();

    /**
     * Deletes the sockets of nodes whose lease lapsed. Returns the users who went offline; if several nodes sweep, each user
     * is returned to one of them.
     */
    Set<UserId> sweep();
}
