package chat.parley.gateway.outbound;

import java.io.IOException;

/** One connection to one client, used by one thread at a time. */
public interface Transport {

    /** Writes a frame; fails when the client does not take it within the time there is for one. */
    void send(String frame) throws IOException;

    void close(CloseCode code);
}
