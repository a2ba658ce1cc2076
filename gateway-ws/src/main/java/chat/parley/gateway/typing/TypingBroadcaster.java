package chat.parley.gateway.typing;

import chat.parley.contracts.ConversationFeed;
import chat.parley.events.UserId;
import chat.parley.gateway.frames.ClientFrame;
import chat.parley.gateway.frames.ServerFrame;
import chat.parley.gateway.membership.MembershipCache;
import chat.parley.gateway.node.EphemeralPublisher;
import chat.parley.gateway.node.NodeMessage;
import chat.parley.gateway.service.Lookers;
import chat.parley.gateway.socket.ClientSocket;
import chat.parley.gateway.socket.OpenSockets;
import chat.parley.privacy.Detail;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the other members of a conversation that someone is typing there, but for those who are not to see them online. */
@Component
public class TypingBroadcaster {

    private final MembershipCache members;
    private final ConversationFeed feed;
    private final EphemeralPublisher post;
    private final OpenSockets sockets;

    TypingBroadcaster(MembershipCache members, ConversationFeed feed, EphemeralPublisher post, OpenSockets sockets) {
        this.feed = feed;
        this.members = members;
        this.post = post;
        this.sockets = sockets;
    }

    /** A client says that its user types, or has stopped; repetitions are ignored, but never the stop. */
    public void said(ClientSocket socket, ClientFrame.Typing frame) {
        if (frame.on() && !socket.typingPace().permits()) {
            return;
        }
        UserId author = socket.caller().user();
        Set<UserId> others = new HashSet<>(members.ofOwn(socket.caller(), frame.conversation()));
        others.remove(author);
        others.removeAll(Lookers.withoutSightOf(feed, Detail.ONLINE, author, others));
        // Whoever types says so again.
        boolean _ = post.send(others, held -> new NodeMessage.Typing(frame.conversation(), author, frame.on(), held));
    }

    /** Tells those of this node's sockets that are concerned. */
    public void tell(NodeMessage.Typing typing) {
        ServerFrame frame = new ServerFrame.TypingBy(typing.conversation(), typing.user(), typing.on());
        typing.recipients().stream()
                .flatMap(recipient -> sockets.of(recipient).stream())
                .filter(socket -> socket.subscription().isPlaced())
                .forEach(socket -> socket.tell(frame));
    }
}
