package chat.parley.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.access.EndedSessions;
import chat.parley.access.MachineClientCaller;
import chat.parley.access.MachineClientId;
import chat.parley.access.Scope;
import chat.parley.events.ConversationId;
import chat.parley.events.EventType;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.query.Http.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReplayTest {

    private static final String SECRET_WORDS = "curiouser and curiouser";

    private final UserId alice = World.someone();
    private final UserId bob = World.someone();
    private final ConversationId conversation = World.between(alice, bob);
    private final long before = log().head();

    @Test
    void everyEventAfterAPositionIsALineAndTheLastLineSaysWhereItEnded() {
        talk(3);
        List<JsonNode> lines = replay("?after=" + before);
        assertThat(lines.subList(0, 4)).allSatisfy(line -> {
            assertThat(line.get("specversion").asString()).isEqualTo("1.0");
            assertThat(line.get("subject").asString()).isEqualTo("conversation/" + conversation);
        });
        assertThat(positions(lines)).containsExactlyElementsOf(from(before + 1, 4));
        assertEnds(lines, before + 4);
        assertThat(lines.getLast().get("source").asString())
                .isEqualTo(lines.getFirst().get("source").asString());
        assertThat(replay("?after=" + (before + 4))).hasSize(1);
        assertThat(replay("").getFirst().get("position").asLong()).isEqualTo(1);
    }

    @Test
    void typesAndAStreamCanBeChosen() {
        talk(2);
        World.read(conversation, bob, 0, 2);
        assertThat(types(replay("?type=parley.conversation.message-sent&after=" + before)))
                .containsExactly("parley.conversation.message-sent.v1", "parley.conversation.message-sent.v1");
        List<JsonNode> two = replay("?type=" + EventType.MESSAGES_READ.published()
                + "&type=parley.conversation.direct-started&after=" + before);
        assertThat(types(two)).containsExactly("parley.conversation.direct-started.v1", "parley.read-cursor.read.v1");
        assertEnds(two, before + 4);
        String cursor = StreamId.readCursor(conversation, bob).value();
        assertThat(types(replay("?stream=" + cursor))).containsExactly("parley.read-cursor.read.v1");
        assertThat(positions(replay("?stream=conversation/" + conversation + "&after=" + (before + 2))))
                .containsExactly(before + 3);
        assertThat(positions(replay("?type=parley.read-cursor.read&stream=conversation/" + conversation)))
                .isEmpty();
        assertEnds(replay("?stream=account/" + alice), before + 4);
    }

    @Test
    void itEndsWhereItIsToldTo() {
        talk(5);
        List<JsonNode> until = replay("?after=%d&until=%d".formatted(before, before + 2));
        assertThat(positions(until)).containsExactly(before + 1, before + 2);
        assertEnds(until, before + 2);
        List<JsonNode> limited = replay("?limit=3&after=" + before);
        assertThat(positions(limited)).containsExactlyElementsOf(from(before + 1, 3));
        assertEnds(limited, before + 3);
        List<JsonNode> stream =
                replay("?stream=conversation/%s&after=%d&until=%d".formatted(conversation, before + 1, before + 3));
        assertThat(positions(stream)).containsExactly(before + 2, before + 3);
        assertEnds(stream, before + 3);
    }

    @Test
    void aStreamOfSeveralPagesIsWhole() {
        talk(450);
        assertThat(positions(replay("?stream=conversation/%s&after=%d".formatted(conversation, before + 7))))
                .containsExactlyElementsOf(from(before + 8, 444));
        assertThat(positions(replay("?after=" + before))).containsExactlyElementsOf(from(before + 1, 451));
    }

    @Test
    void whatPeopleWroteIsLeftOutWithoutItsScope() {
        World.register(alice, "u" + alice.toString().substring(0, 8), "Alice");
        talk(1);
        for (String path : List.of("/api/events?after=" + before, "/api/events?stream=conversation/" + conversation)) {
            assertThat(Http.getAsClient(path, Scope.CONTENT).body()).contains(SECRET_WORDS);
            assertThat(Http.getAsClient(path, Scope.ANALYST).body())
                    .contains("message-sent")
                    .doesNotContain(SECRET_WORDS)
                    .doesNotContain("\"content\"");
        }
        assertThat(Http.getAsClient("/api/events?after=" + before, Scope.ANALYST)
                        .body())
                .doesNotContain("example.org");
        assertThat(Http.getAsClient("/api/events?after=" + before, Scope.ANALYST, Scope.CONTENT)
                        .body())
                .contains(SECRET_WORDS)
                .contains("example.org");
    }

    @Test
    void onlyProgramsWithTheScopeMayAsk() {
        Http.getAsClient("/api/events", Scope.OPERATOR).refused(403, "insufficient_scope");
        Http.get(alice, "/api/events").refused(403, "insufficient_scope");
        Http.getAsService(alice, "/api/events").refused(401, "unauthenticated");
        Http.getOpenly("/api/events").refused(401, "unauthenticated");
    }

    @ParameterizedTest
    @CsvSource({
        "after=-1, range_invalid, after",
        "after=9999999999, range_invalid, after",
        "after=x, malformed, after",
        "after=99999999999999999999, malformed, after",
        "until=9999999999, range_invalid, until",
        "after=1&until=0, range_invalid, until",
        "limit=0, range_invalid, limit",
        "type=parley.nothing, malformed, type",
        "type=parley.conversation.message-sent.v9, malformed, type",
        "type=, malformed, type",
        "stream=conversation, malformed, stream",
        "stream=conversation/1, malformed, stream",
        "stream=secrets/01890a5d-ac96-774b-bcce-b302099a8057, malformed, stream"
    })
    void whatMakesNoSenseIsRefusedByName(String query, String code, String parameter) {
        talk(1);
        Answer answer = Http.getAsClient("/api/events?" + query, Scope.ANALYST).refused(400, code);
        assertThat(JsonMapper.shared()
                        .readTree(answer.body())
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo(parameter);
    }

    @Test
    void itIsCompressedForThoseWhoTakeThat() throws IOException, InterruptedException {
        talk(100);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/api/events?after=%d".formatted(QueryService.port(), before)))
                .header("Authorization", "Bearer " + QueryService.clientToken(Scope.ANALYST))
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/x-ndjson");
        try (InputStream body = new GZIPInputStream(answer.body())) {
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .hasSize(102);
        }
    }

    @Test
    void aClientThatTakesNothingHoldsTheReplayAndOneThatLeavesEndsIt() throws IOException {
        double written = written();
        Socket client = takingNothing(QueryService.clientToken(Scope.CONTENT));
        assertThat(written() - written).isLessThan(9_000);
        client.close();
        await().until(() -> running() == 0);
    }

    @Test
    void theReplayOfAClientThatIsRevokedIsCutOff() throws IOException {
        MachineClientCaller caller =
                new MachineClientCaller(new MachineClientId(UUID.randomUUID()), Set.of(Scope.CONTENT));
        String token = QueryService.clientToken(caller);
        try (Socket client = takingNothing(token)) {
            QueryService.bean(EndedSessions.class).ended(caller.session());
            double written = written();
            client.setSoTimeout(10_000);
            String taken = "";
            while (running() == 1) {
                byte[] more = client.getInputStream().readNBytes(1_000);
                taken = new String(more, StandardCharsets.UTF_8);
            }
            assertThat(written() - written).as("events written after the end").isLessThan(2);
            assertThat(taken).doesNotContain("parley.replay.end");
        }
        Answer again = Http.getAsClient("/api/events", token);
        again.refused(401, "session_ended");
    }

    /** A client of a long replay, once nothing more can be written to it. */
    private Socket takingNothing(String token) throws IOException {
        World.talkAtLength(conversation, alice, bob, 10_000, "x".repeat(2_000));
        double written = written();
        Socket client = new Socket();
        client.setReceiveBufferSize(16 * 1024);
        client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), QueryService.port()));
        String request = """
                GET /api/events?after=%d HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                \r
                """.formatted(before, token);
        client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        await().until(() -> running() == 1 && written() > written);
        double[] last = {-1};
        await().during(Duration.ofSeconds(1)).until(() -> {
            boolean still = written() == last[0];
            last[0] = written();
            return still;
        });
        return client;
    }

    private void talk(int messages) {
        World.start(alice, bob);
        LongStream.rangeClosed(1, messages).forEach(number -> World.send(conversation, alice, number, SECRET_WORDS));
    }

    private static List<JsonNode> replay(String query) {
        Answer answer = Http.getAsClient("/api/events" + query, Scope.ANALYST);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().map(JsonMapper.shared()::readTree).toList();
    }

    private static List<Long> positions(List<JsonNode> lines) {
        return lines.subList(0, lines.size() - 1).stream()
                .map(line -> line.get("position").asLong())
                .toList();
    }

    private static List<String> types(List<JsonNode> lines) {
        return lines.subList(0, lines.size() - 1).stream()
                .map(line -> line.get("type").asString())
                .toList();
    }

    private static List<Long> from(long first, int count) {
        return LongStream.range(first, first + count).boxed().toList();
    }

    private static void assertEnds(List<JsonNode> lines, long position) {
        assertThat(lines.getLast().propertyNames()).containsExactly("type", "source", "position");
        assertThat(lines.getLast().get("type").asString()).isEqualTo("parley.replay.end");
        assertThat(lines.getLast().get("position").asLong()).isEqualTo(position);
    }

    private static EventLog log() {
        return Writers.bean(EventLog.class);
    }

    private static double running() {
        return QueryService.bean(MeterRegistry.class)
                .get("parley.query.replays")
                .gauge()
                .value();
    }

    private static double written() {
        return QueryService.bean(MeterRegistry.class)
                .get("parley.query.replayed.events")
                .counter()
                .count();
    }
}
