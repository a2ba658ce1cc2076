package chat.parley.gateway.node;

/** Takes what other nodes say, on one thread at a time, which must not wait. */
public interface NodeListener {

    /** The node's queue is new: what was sent to it before may be lost, what is sent from now on will come. */
    void connected();

    void received(NodeMessage message);

    /** Something came that cannot be read or taken in here. */
    void unreadable();
}
