package chat.parley.command.objects;

import java.util.Map;

/**
 * What the store takes from whoever has it.
 *
 * @param url a path on Parley's own origin, where the gateway passes it on, or the store's address as clients reach it
 * @param headers to be sent exactly so, besides the length
 */
public record SignedRequest(String url, Map<String, String> headers) {

    public SignedRequest {
        headers = Map.copyOf(headers);
    }

    /** Keeps the signature out of logs. */
    @Override
    public String toString() {
        return "SignedRequest";
    }
}
