package chat.parley.events;

/** An event of a person's account that everyone is told who shares a conversation with them. */
public interface ToPeers {}
