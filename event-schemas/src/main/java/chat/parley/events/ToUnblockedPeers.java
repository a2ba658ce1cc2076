package chat.parley.events;

/** An event that peers are told, but not those whom the person blocks or who block the person. */
public interface ToUnblockedPeers extends ToPeers {}
