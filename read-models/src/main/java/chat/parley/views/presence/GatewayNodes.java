package chat.parley.views.presence;

import chat.parley.events.UserId;
import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;

/** The gateway processes that are alive, each known by a lease of a few seconds that it keeps renewing. */
public interface GatewayNodes {

    /**
     * Takes a lease and makes the node's sockets exactly those it has open: at the start, and whenever {@link #renew} says
     * that the lease was lost.
     *
     * @param open the sockets open now, asked for more than once; a socket must leave it before {@link Sockets#closed} is called
     */
    void join(NodeId node, Supplier<? extends Collection<Socket>> open);

    /**
     * Keeps the lease; to be called about every second. False if there was none to keep, because it lapsed or Redis was
     * emptied: others took the node for dead and it has to {@link #join} again.
     */
    boolean renew(NodeId node);

    /** Gives the lease back and forgets the node's sockets. Returns the users that went offline by it. */
    Set<UserId> leave(NodeId node);

    Set<NodeId> live();

    /**
     * Forgets the sockets of nodes whose lease lapsed. Returns the users that went offline by it; where several nodes sweep, each
     * of these users is told to one of them.
     */
    Set<UserId> sweep();
}
