package chat.parley.events;

import java.util.List;

/** An event that concerns some people outside any conversation: all their devices are told, and nobody else but {@link ToPeers peers}. */
public interface Personal {

    List<UserId> people();
}
