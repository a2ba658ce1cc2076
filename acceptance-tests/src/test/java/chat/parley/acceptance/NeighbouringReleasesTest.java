package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.RawRows;
import chat.parley.testing.TestDatabase;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.Lifecycle;
import tools.jackson.databind.JsonNode;

/**
 * The product under test beside a build that knows two more types of events, on the same stores. Which of the two relays, projects and
 * fans out is changed in every order, while people at the gateways of both talk.
 */
class NeighbouringReleasesTest {

    /** The parts that only one of both runs at a time. */
    private enum Part {
        RELAY,
        PROJECTIONS,
        FAN_OUT;

        List<String> beans() {
            return switch (this) {
                case RELAY -> List.of("relay");
                case PROJECTIONS -> List.of("historyProjection", "directoryProjection");
                case FAN_OUT -> List.of("fanOutConsumer");
            };
        }
    }

    /**
     * Each step updates one part or rolls it back; together they lead over every edge of the cube of the eight states in both
     * directions, and so take a part of each order.
     */
    private static final int[] EVERY_STEP = {1, 1, 0, 2, 2, 1, 2, 2, 0, 2, 1, 1, 0, 1, 0, 2, 2, 0, 1, 0, 2, 0, 1, 0};

    private final Http older = World.shared();
    private static World.Running newer;

    private final Set<Part> updated = EnumSet.noneOf(Part.class);

    private final Person alice = Person.register(older, "alice");
    private final Person bob = Person.register(older, "bob");
    private final Person carol = Person.register(older, "carol");
    private final String withBob = alice.conversationWith(bob);
    private final String withCarol = alice.conversationWith(carol);
    private final List<String> said = new ArrayList<>();
    private JsonNode last = Http.JSON.createObjectNode();

    @BeforeAll
    static void theNewerBuildStandsBy() throws Exception {
        newer = NewerBuild.start();
        for (Part part : Part.values()) {
            part.beans().forEach(bean -> ofNewer(bean).stop());
        }
    }

    @AfterEach
    void theOlderBuildIsAlone() {
        for (Part part : Part.values()) {
            if (updated.contains(part)) {
                step(part);
            }
        }
    }

    @AfterAll
    static void stop() {
        newer.close();
    }

    @Test
    void servicesOfBothTalkToEachOtherWhicheverIsUpdatedOrRolledBackFirst() {
        String beforeAll;
        try (Device aliceAtNewer = alice.through(newer.http()).connect();
                Device aliceAtOlder = alice.connect();
                Device bobAtOlder = bob.connect()) {
            beforeAll = aliceAtOlder.cursor();
            for (int step : EVERY_STEP) {
                step(Part.values()[step]);
                record(alice, withBob, "/topic");
                say(newer.http(), alice, withBob, "in the newer's stream after step " + step);
                say(older, carol, withCarol, "in another stream");
                for (Device device : List.of(aliceAtNewer, aliceAtOlder, bobAtOlder)) {
                    device.awaitTexts(withBob, said.size());
                }
                aliceAtNewer.awaitTexts(withCarol, said.size());
                aliceAtOlder.awaitTexts(withCarol, said.size());
            }
            for (Device device : List.of(aliceAtNewer, aliceAtOlder, bobAtOlder)) {
                assertThat(device.texts(withBob)).isEqualTo(said);
                assertThat(device.sequences(withBob)).isEqualTo(upTo(2L * said.size()));
                device.awaitEvent(withBob, "conversation.topic-noted.v1");
            }
            refusedByTheOlder(bobAtOlder);
            shownByBoth(position());
        }
        for (Person throughEither : List.of(alice, alice.through(newer.http()))) {
            try (Device back = Device.connect(throughEither, beforeAll)) {
                assertThat(back.awaitTexts(withBob, said.size())).isEqualTo(said);
                assertThat(back.sequences(withBob)).isEqualTo(upTo(2L * said.size()));
            }
        }
        assertThat(health(World.management())).isEqualTo("UP");
    }

    @Test
    void whoLeavesByAnEventOfATypeToComeIsToldNothingMoreAndTheViewGoesBackToIt() {
        try (Device aliceAtOlder = alice.connect();
                Device bobAtOlder = bob.connect()) {
            say(newer.http(), alice, withBob, "before");
            record(bob, withBob, "/leave");
            say(newer.http(), alice, withBob, "after");
            aliceAtOlder.awaitTexts(withBob, 2);
            bobAtOlder.awaitEvent(withBob, "conversation.member-departed.v1");
            say(older, carol, withCarol, "elsewhere all goes on");
            aliceAtOlder.awaitTexts(withCarol, 1);
            assertThat(bobAtOlder.sequences(withBob)).isEqualTo(upTo(2));

            // The older projections show what they know, at once, and say what they do not.
            shownByBoth(position());
            await().atMost(Device.PATIENCE)
                    .until(() -> health(World.management()).equals("DEGRADED"));
            step(Part.PROJECTIONS);
            await().atMost(Device.PATIENCE)
                    .until(() -> health(World.management()).equals("UP")
                            && health(newer.management()).equals("UP"));
            shownByBoth(position());
            // Rolled back, they have nothing to go back to.
            step(Part.PROJECTIONS);
            say(newer.http(), alice, withBob, "at last");
            shownByBoth(position());
            assertThat(health(World.management())).isEqualTo("UP");
        }
    }

    @Test
    void rowsThatCannotBeReadAreDeliveredAsFarAsTheyCanAndOperatorsAreTold() {
        RawRows rows = new RawRows(TestDatabase.of(World.INFRASTRUCTURE).superuser());
        String stream = "conversation/" + withBob;
        try (Device aliceAtOlder = alice.connect();
                Device bobAtNewer = bob.through(newer.http()).connect()) {
            rows.appendWithoutKey(
                    stream,
                    "parley.conversation.message-sent",
                    Http.JSON.writeValueAsString(Map.of(
                            "conversation",
                            withBob,
                            "number",
                            1,
                            "author",
                            alice.user(),
                            "message",
                            UUID.randomUUID(),
                            "commitment",
                            "of what nobody can read")),
                    "{\"audience\":\"members\",\"number\":1}");
            rows.appendBroken(stream, "parley.conversation.message-sent", "this is no JSON", "nor is this");
            say(older, carol, withCarol, "all goes on");
            for (Device device : List.of(aliceAtOlder, bobAtNewer)) {
                device.awaitEvent(withBob, "log.damaged.v1");
                assertThat(device.sequences(withBob)).isEqualTo(upTo(2));
                assertThat(device.awaitEvent(withBob, "conversation.message-sent.v1")
                                .at("/data/content")
                                .isNull())
                        .isTrue();
            }
            aliceAtOlder.awaitTexts(withCarol, 1);
        }
        assertThat(component(World.management(), "eventLog")).isEqualTo("DEGRADED");
        assertThat(World.management().text("/actuator/prometheus"))
                .contains("parley_log_unreadable_total{what=\"key_missing\"}")
                .contains("parley_log_unreadable_total{what=\"payload\"}");
        assertThat(World.management().get(null, "/actuator/health/readiness").status())
                .isEqualTo(200);
    }

    /** The other build takes a part over. */
    private void step(Part part) {
        boolean toNewer = !updated.contains(part);
        for (String bean : part.beans()) {
            Lifecycle taking = toNewer ? ofNewer(bean) : ofOlder(bean);
            Lifecycle leaving = toNewer ? ofOlder(bean) : ofNewer(bean);
            taking.start();
            leaving.stop();
        }
        if (toNewer) {
            updated.add(part);
        } else {
            updated.remove(part);
        }
    }

    private static Lifecycle ofOlder(String bean) {
        return World.bean(bean, Lifecycle.class);
    }

    private static Lifecycle ofNewer(String bean) {
        return newer.context().getBean(bean, Lifecycle.class);
    }

    /** See {@link NewerBuild}. */
    private void record(Person by, String conversation, String text) {
        Http.Answer answer = send(newer.http(), by, conversation, text);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(500);
    }

    private void say(Http through, Person by, String conversation, String text) {
        Http.Answer answer = send(through, by, conversation, text).expect(200);
        if (conversation.equals(withBob)) {
            said.add(text);
            last = answer.body();
        }
    }

    private String position() {
        return last.get("position").asString();
    }

    private static Http.Answer send(Http through, Person by, String conversation, String text) {
        return through.post(
                by.token(),
                "/api/conversations/" + conversation + "/messages",
                Map.of("message", UuidCreator.getTimeOrderedEpoch(), "text", text));
    }

    private void refusedByTheOlder(Device device) {
        Http.Answer refused = send(older, alice, withBob, "too early").expect(503);
        assertThat(refused.code()).isEqualTo("newer_event");
        JsonNode error = device.say(withBob, "too early");
        assertThat(error.get("type").asString()).isEqualTo("error");
        assertThat(error.get("code").asString()).isEqualTo("newer_event");
        assertThat(error.get("retryable").asBoolean()).isTrue();
    }

    /** Read your writes, whatever the view may lack. */
    private void shownByBoth(String after) {
        String path = "/api/conversations/" + withBob + "/messages?after=0&limit=100";
        for (Http http : List.of(older, newer.http())) {
            List<String> shown = await().atMost(Device.PATIENCE)
                    .until(
                            () -> http.exchange(alice.token(), "GET", path, null, "Parley-After", after),
                            answer -> answer.status() == 200)
                    .body()
                    .get("items")
                    .valueStream()
                    .map(item -> item.get("text").asString())
                    .toList();
            assertThat(shown).isEqualTo(said);
        }
    }

    private static String health(Http of) {
        return component(of, "projections");
    }

    private static String component(Http of, String name) {
        return of.get(null, "/actuator/health")
                .expect(200)
                .body()
                .at("/components/" + name + "/status")
                .asString();
    }

    private static List<Long> upTo(long sequence) {
        return LongStream.rangeClosed(1, sequence).boxed().toList();
    }
}
