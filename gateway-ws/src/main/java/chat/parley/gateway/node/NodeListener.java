package chat.parley.gateway.node;

/** Handles messages of other nodes, on one thread at a time, which must not wait. */
public interface NodeListener {

    /** The node's queue is new: earlier messages may be lost, later ones will arrive. */
    void connected();

    void received(NodeMessage message);

    /** A message arrived that cannot be parsed or handled. */
    void unreadable();
}
