package chat.parley.views.presence;

import chat.parley.events.UserId;

/**
 * The keys in Redis. The tag in braces puts all of presence into one slot of a cluster, because a socket is compared with
 * its node's lease in one step. The scripts describe the values.
 */
final class PresenceKeys {

    static final String NODES = "parley:{presence}:nodes";

    private PresenceKeys() {}

    static String socketsOf(NodeId node) {
        return "parley:{presence}:node:" + node + ":sockets";
    }

    static String socketsOf(UserId user) {
        return "parley:{presence}:user:" + user + ":sockets";
    }

    static String devicesOf(UserId user) {
        return "parley:{presence}:user:" + user + ":seen";
    }

    static String erased(UserId user) {
        return "parley:{presence}:user:" + user + ":erased";
    }
}
