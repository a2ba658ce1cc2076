package chat.parley.command.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.command.objects.ObjectStore;
import chat.parley.command.picture.Pictures;
import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.command.testing.DirectUpload;
import chat.parley.testing.JsonHttp;
import com.github.f4b6a3.uuid.UuidCreator;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operators ask the management port about files, while other tests upload to the same store. */
@CommandSideTest
class InventoryTest {

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int management;

    @Autowired
    private ObjectStore objects;

    @Autowired
    private JdbcClient jdbc;

    private Api api;
    private Person alice;
    private String group;

    @BeforeEach
    void aGroup() {
        api = new Api(port);
        alice = api.register("alice");
        group = api.post("/api/conversations/groups", alice.accessToken(), "{\"name\":\"Tea\",\"members\":[]}")
                .text("conversation");
    }

    private HttpResponse<String> asked(String path) {
        return JsonHttp.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + "/actuator/" + path)));
    }

    private JsonNode told(String path) {
        HttpResponse<String> answer = asked(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private String ready(String what, String type, byte[] bytes) {
        String upload = UUID.randomUUID().toString();
        JsonNode announced = api.post(
                        "/api/uploads",
                        alice.accessToken(),
                        "{\"upload\":\"%s\",%s,\"type\":\"%s\",\"size\":%d}"
                                .formatted(upload, what, type, bytes.length))
                .body();
        assertThat(DirectUpload.put(announced, bytes)).isEqualTo(200);
        api.post("/api/uploads/" + upload + "/complete", alice.accessToken(), "{}");
        await().untilAsserted(() -> assertThat(
                        api.get("/api/uploads/" + upload, alice.accessToken()).text("state"))
                .isEqualTo("ready"));
        return upload;
    }

    private String file(int bytes) {
        return ready("\"purpose\":\"attachment\",\"kind\":4", "application/octet-stream", new byte[bytes]);
    }

    private void send(String upload) {
        assertThat(api.post("/api/conversations/" + group + "/messages", alice.accessToken(), """
                        {"message":"%s","text":"","attachments":[{"upload":"%s","name":"a.bin"}]}""".formatted(
                                        UuidCreator.getTimeOrderedEpoch(), upload))
                        .status())
                .isEqualTo(200);
    }

    private static List<String> texts(JsonNode items, String field) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(item.get(field).asString()));
        return texts;
    }

    @Test
    void spaceIsToldByPersonAndByGroupAndTheLargestFilesAreNamed() {
        String large = file(3_000_000);
        send(large);
        String unused = file(1_000);
        byte[] square = Pictures.png(300, 200);
        String picture = ready("\"purpose\":\"group_picture\",\"group\":\"" + group + "\"", "image/png", square);
        api.put("/api/conversations/" + group + "/picture", alice.accessToken(), "{\"upload\":\"" + picture + "\"}");

        JsonNode hers = told("files/" + alice.user());
        assertThat(hers.at("/person/files").asInt()).isEqualTo(3);
        assertThat(hers.at("/person/bytes").asLong()).isEqualTo(3_001_000 + square.length);
        assertThat(hers.at("/conversation/files").asInt()).isZero();
        assertThat(texts(hers.get("largest"), "upload"))
                .hasSize(3)
                .startsWith(large)
                .contains(unused, picture);
        JsonNode there = told("files/" + group + "?limit=1");
        assertThat(there.at("/conversation/files").asInt()).isEqualTo(2);
        assertThat(there.at("/conversation/bytes").asLong()).isEqualTo(3_000_000 + square.length);
        assertThat(there.at("/largest/0/upload").asString()).isEqualTo(large);
        assertThat(there.at("/largest/0/sequence").asLong()).isEqualTo(1);
        assertThat(there.get("largest")).hasSize(1);

        JsonNode all = told("files?limit=1000");
        assertThat(all.at("/all/bytes").asLong()).isGreaterThan(3_001_000);
        assertThat(texts(all.get("people"), "account")).contains(alice.user());
        assertThat(texts(all.get("conversations"), "conversation")).contains(group);
        assertThat(texts(all.get("largest"), "upload")).contains(large);
        assertThat(told("files?limit=0").get("people")).isEmpty();
    }

    @Test
    void whatCannotBeAskedIsRefusedAndNothingIsToldOnThePortOfPeople() {
        assertThat(asked("files?limit=1001").statusCode()).isEqualTo(400);
        assertThat(asked("objects?limit=-1").statusCode()).isEqualTo(400);
        assertThat(asked("files/nobody").statusCode()).isEqualTo(400);
        for (String path : List.of("files", "objects")) {
            assertThat(api.get("/actuator/" + path, api.operator()).status()).isEqualTo(404);
        }
    }

    @Test
    void anObjectWithoutARowAndARowWithoutAnObjectAreTold() {
        String lost = file(10);
        String kept = file(20);
        String stray = UUID.randomUUID() + "/at/" + UUID.randomUUID() + "/original";
        String ofNobody = "what-is-this-" + UUID.randomUUID();
        objects.write(stray, new byte[7], "text/plain");
        objects.write(ofNobody, new byte[9], "text/plain");
        objects.deleteAll(alice.user() + "/at/" + lost + "/");

        JsonNode compared = told("objects?limit=1000");
        assertThat(texts(compared.get("stray"), "key"))
                .contains(stray, ofNobody)
                .noneMatch(key -> key.contains(kept));
        assertThat(texts(compared.get("missing"), "key"))
                .contains(alice.user() + "/at/" + lost + "/original")
                .noneMatch(key -> key.contains(kept));
        assertThat(compared.get("strayObjects").asLong()).isGreaterThanOrEqualTo(2);
        assertThat(compared.get("strayBytes").asLong()).isGreaterThanOrEqualTo(16);
        assertThat(compared.get("objects").asLong()).isGreaterThan(2);
        assertThat(told("objects?limit=0").get("stray")).isEmpty();
        Stream.of(stray, ofNobody).forEach(objects::deleteAll);
        assertThat(texts(told("objects?limit=1000").get("stray"), "key")).doesNotContain(stray, ofNobody);
    }

    @Test
    void whatIsOnItsWayInOrOutIsNotStray() {
        String upload = file(10);
        send(upload);
        jdbc.sql("UPDATE uploads.upload SET state = 'deleting', busy_until = now() + interval '1 minute' WHERE id = ?")
                .param(UUID.fromString(upload))
                .update();
        JsonNode compared = told("objects?limit=1000");
        assertThat(texts(compared.get("stray"), "key")).noneMatch(key -> key.contains(upload));
        assertThat(told("files").at("/toBeDeleted/files").asLong()).isPositive();
    }
}
