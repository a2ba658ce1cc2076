package chat.parley.gateway.outbound;

import java.io.IOException;
import java.util.List;

/** One connection to one client, used by one thread at a time. */
public interface Transport {

    /** Writes frames in as few packets as possible; fails if the client does not accept one in time. */
    void send(List<String> frames) throws IOException;

    /** Sends the close code and closes; fails if the connection may still be open, or was already gone. */
    void close(CloseCode code) throws IOException;
}
