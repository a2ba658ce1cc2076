package chat.parley.views.presence;

/** A socket and the live node that holds it. */
public record HeldSocket(NodeId node, Socket socket) {}
