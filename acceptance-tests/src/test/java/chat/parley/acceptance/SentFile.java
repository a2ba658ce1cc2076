package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.JsonHttp;
import com.github.f4b6a3.uuid.UuidCreator;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A message with a file, which was put into the object store through the gateway.
 *
 * @param upload the file's id
 */
record SentFile(String conversation, long sequence, String message, String upload) {

    /** @param kind 1 for an image, 4 for any other file */
    static SentFile send(Http http, Person who, String conversation, int kind, String name, byte[] bytes) {
        return sendReady(http, who, conversation, ready(http, who, kind, bytes), name);
    }

    static SentFile sendReady(Http http, Person who, String conversation, String upload, String name) {
        String message = UuidCreator.getTimeOrderedEpoch().toString();
        JsonNode sent = http.post(
                        who.token(),
                        "/api/conversations/" + conversation + "/messages",
                        Map.of(
                                "message",
                                message,
                                "text",
                                "",
                                "attachments",
                                List.of(Map.of("upload", upload, "name", name))))
                .expect(200)
                .body();
        return new SentFile(conversation, sent.get("sequence").asLong(), message, upload);
    }

    static String ready(Http http, Person who, int kind, byte[] bytes) {
        String upload = UUID.randomUUID().toString();
        JsonNode put = http.post(
                        who.token(),
                        "/api/uploads",
                        Map.of(
                                "upload",
                                upload,
                                "purpose",
                                "attachment",
                                "kind",
                                kind,
                                "type",
                                "application/octet-stream",
                                "size",
                                bytes.length))
                .expect(200)
                .body()
                .get("put");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        http.gateway().resolve(put.get("url").asString()))
                .PUT(BodyPublishers.ofByteArray(bytes));
        put.get("headers")
                .propertyStream()
                .forEach(header ->
                        request.header(header.getKey(), header.getValue().asString()));
        assertThat(JsonHttp.send(request).statusCode()).isEqualTo(200);
        http.post(who.token(), "/api/uploads/" + upload + "/complete", Map.of()).expect(202);
        await().atMost(Device.PATIENCE)
                .until(() -> http.get(who.token(), "/api/uploads/" + upload)
                        .expect(200)
                        .body()
                        .get("state")
                        .asString()
                        .equals("ready"));
        return upload;
    }

    /** The addresses that somebody is given of it. */
    JsonNode urls(Http http, Person viewer, String variant) {
        return http.post(
                        viewer.token(),
                        "/api/attachments/urls",
                        Map.of(
                                "files",
                                List.of(Map.of(
                                        "conversation",
                                        conversation,
                                        "sequence",
                                        sequence,
                                        "attachment",
                                        upload,
                                        "variant",
                                        variant))))
                .expect(200)
                .body()
                .get("files");
    }
}
