package chat.parley.gateway.typing;

import chat.parley.events.UserId;
import chat.parley.gateway.frames.ClientFrame;
import chat.parley.gateway.frames.ServerFrame;
import chat.parley.gateway.membership.Members;
import chat.parley.gateway.node.NodeMessage;
import chat.parley.gateway.node.TransientPost;
import chat.parley.gateway.socket.ClientSocket;
import chat.parley.gateway.socket.OpenSockets;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the other members of a conversation that someone is typing there. */
@Component
public class TypingNews {

    private final Members members;
    private final TransientPost post;
    private final OpenSockets sockets;

    TypingNews(Members members, TransientPost post, OpenSockets sockets) {
        this.members = members;
        this.post = post;
        this.sockets = sockets;
    }

    /** A client says that its user types, or has stopped; more often than needed is ignored, but never that it stopped. */
    public void said(ClientSocket socket, ClientFrame.Typing frame) {
        if (frame.on() && !socket.typingPace().permits()) {
            return;
        }
        UserId author = socket.caller().user();
        Set<UserId> others = new HashSet<>(members.ofOwn(socket.caller(), frame.conversation()));
        others.remove(author);
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
