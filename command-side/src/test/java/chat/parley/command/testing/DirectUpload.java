package chat.parley.command.testing;

import chat.parley.infrastructure.Component;
import chat.parley.testing.JsonHttp;
import chat.parley.testing.TestInfrastructure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;

/** Requests to the object store by the addresses that the service hands out, as a device makes them. */
public final class DirectUpload {

    private DirectUpload() {}

    /**
     * Puts bytes where an announced upload is to go.
     *
     * @param announced the answer to the announcement
     * @return the store's status
     */
    public static int put(JsonNode announced, byte[] bytes) {
        JsonNode put = announced.get("put");
        HttpRequest.Builder request = HttpRequest.newBuilder(address(put)).PUT(BodyPublishers.ofByteArray(bytes));
        put.get("headers")
                .propertyStream()
                .forEach(header ->
                        request.header(header.getKey(), header.getValue().asString()));
        return exchanged(request).statusCode();
    }

    /** @param place holds a `url`, which may be a path of the store */
    public static URI address(JsonNode place) {
        return TestInfrastructure.with(Component.OBJECT_STORE)
                .addresses()
                .objectStore()
                .endpoint()
                .resolve(place.get("url").asString());
    }

    public static HttpResponse<byte[]> exchanged(HttpRequest.Builder request) {
        try {
            return JsonHttp.CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
