package chat.parley.gateway.outbound;

import java.io.IOException;
import java.util.List;

/** One connection to one client, used by one thread at a time. */
public interface Transport {

    /** Writes frames, as few packets as they fit into; fails when the client does not take one within the time there is for it. */
    void send(List<String> frames) throws IOException;

    /** Says why and hangs up; fails when the connection may be there still, or was gone already. */
    void close(CloseCode code) throws IOException;
}
