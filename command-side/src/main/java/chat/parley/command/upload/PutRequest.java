package chat.parley.command.upload;

import java.time.Instant;
import java.util.Map;

/**
 * The file is the body of a PUT to this address.
 *
 * @param url a path on this origin, or an address elsewhere
 * @param headers to be sent exactly so
 */
public record PutRequest(String url, Map<String, String> headers, Instant until) {

    /** Keeps the signature out of logs. */
    @Override
    public String toString() {
        return "PutRequest";
    }
}
