package chat.parley.gateway.fanout;

import org.springframework.stereotype.Component;

/**
 * Whether there may be other nodes. While this node is alone, Redis need not be asked who holds which sockets. A node that
 * joins announces itself through every fan-out queue before it tells its clients how far they are, so every event they still
 * need comes here after the announcement.
 */
@Component
class ClusterPeers {

    private long generation;
    private volatile boolean possible = true;

    /** A node has announced itself, or an announcement may have been missed. */
    synchronized void appeared() {
        generation++;
        possible = true;
    }

    /** Must be read before the live nodes are looked up. */
    synchronized long generation() {
        return generation;
    }

    /** No other node was alive at that generation; a node that joins later announces itself. */
    synchronized void none(long generationBefore) {
        if (generation == generationBefore) {
            possible = false;
        }
    }

    boolean arePossible() {
        return possible;
    }
}
