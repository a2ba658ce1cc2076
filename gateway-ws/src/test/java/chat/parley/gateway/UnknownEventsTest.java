package chat.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.distribution.ConsumerGroup;
import chat.parley.distribution.Topology;
import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.events.Facets;
import chat.parley.events.Joined;
import chat.parley.events.MemberRole;
import chat.parley.events.UserId;
import chat.parley.gateway.node.NodeInbox;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A gateway beside services of a build that knows more: it passes on what it does not know, and is stopped by nothing. */
class UnknownEventsTest {

    private static final TestLog LOG = new TestLog();
    private static final GatewayNode NODE = GatewayNode.start(LOG);

    private final People people = People.make();
    private final UserId alice = people.alice().user();
    private final UserId bob = people.bob().user();
    private final ConversationId conversation = LOG.startDirect(alice, bob);

    @AfterAll
    static void stop() throws Exception {
        NODE.close();
    }

    @Test
    void membersAreToldOfAnEventOfATypeToComeInItsPlace() {
        try (Client atBob = NODE.ready(people.bob())) {
            LOG.say(conversation, alice, "before");
            LOG.recordNewer(conversation, members(List.of(), List.of()));
            LOG.say(conversation, alice, "after");
            atBob.awaitTexts(conversation, "before", "after");
            assertThat(sequences(atBob)).containsExactly(1L, 2L, 3L);
            JsonNode newer = atBob.told("event").get(1);
            assertThat(newer.get("name").asString()).isEqualTo("conversation.future.v1");
            assertThat(newer.at("/data/said").asString()).isEqualTo("something new");
        }
    }

    @Test
    void whoResumesIsToldOfItToo() {
        String cursor;
        try (Client atBob = NODE.ready(people.bob())) {
            cursor = atBob.cursor();
        }
        LOG.recordNewer(conversation, members(List.of(), List.of()));
        LOG.say(conversation, alice, "after");
        try (Client back = NODE.ready(people.bob(), cursor)) {
            back.awaitTexts(conversation, "after");
            assertThat(sequences(back)).containsExactly(1L, 2L);
        }
    }

    @Test
    void nobodyIsToldOfWhatConcernsNobody() {
        try (Client atBob = NODE.ready(people.bob())) {
            LOG.recordNewer(conversation, Facets.NONE);
            LOG.say(conversation, alice, "after");
            atBob.awaitTexts(conversation, "after");
            assertThat(sequences(atBob)).containsExactly(2L);
        }
    }

    @Test
    void whoLeavesWithAnEventOfATypeToComeIsToldOfItAndNothingAfterwards() {
        People others = People.make();
        UserId carol = others.alice().user();
        ConversationId group = LOG.createGroup(alice, bob);
        try (Client atBob = NODE.ready(people.bob());
                Client atAlice = NODE.ready(people.alice());
                Client atCarol = NODE.ready(others.alice())) {
            LOG.say(group, alice, "to bob");
            atBob.awaitTexts(group, "to bob");
            LOG.recordNewer(group, members(List.of(new Joined(carol, MemberRole.MEMBER, null)), List.of(bob)));
            LOG.say(group, alice, "not to bob");
            atAlice.awaitTexts(group, "to bob", "not to bob");
            atCarol.awaitTexts(group, "not to bob");
            atBob.awaitPong();
            assertThat(sequences(atBob, group)).containsExactly(1L, 2L);
            assertThat(sequences(atCarol, group)).containsExactly(2L, 3L);
        }
    }

    @Test
    void whatCannotBeHandledIsSetAsideAndEverySocketCatchesUp() throws Exception {
        try (Client atBob = NODE.ready(people.bob())) {
            Envelope lost = LOG.recordUnpublished(conversation, alice, "it came as nothing that can be read");
            String queue = ConsumerGroup.FANOUT.queue(ConsumerGroup.FANOUT.queueOf(lost.partition()));
            NODE.send("", queue, "{".getBytes(StandardCharsets.UTF_8));
            atBob.awaitTexts(conversation, "it came as nothing that can be read");
            LOG.say(conversation, alice, "and on");
            atBob.awaitTexts(conversation, "it came as nothing that can be read", "and on");
        }
    }

    @Test
    void aMessageFromAnotherNodeThatCannotBeTakenInDoesNotCloseTheInbox() throws Exception {
        try (Client atBob = NODE.ready(people.bob())) {
            LOG.recordUnpublished(conversation, alice, "lost");
            publish("{\"kind\":\"told\",\"source\":{\"from\":\"" + UUID.randomUUID()
                    + "\",\"lane\":0,\"toAll\":false},\"counter\":1,\"recipients\":[],\"event\":{}}");
            atBob.awaitTexts(conversation, "lost");
            publish("{\"kind\":\"told\"}");
            publish("[".repeat(2_000));
            LOG.recordUnpublished(conversation, alice, "lost as well");
            publish("{\"kind\":\"queue-lost\"}");
            atBob.awaitTexts(conversation, "lost", "lost as well");
        }
        await().until(NODE.bean(NodeInbox.class)::isConnected);
    }

    private static void publish(String message) {
        NODE.send(Topology.NODES, NODE.id().toString(), message.getBytes(StandardCharsets.UTF_8));
    }

    private List<Long> sequences(Client client) {
        return sequences(client, conversation);
    }

    private static List<Long> sequences(Client client, ConversationId in) {
        return client.told("event").stream()
                .filter(event -> event.get("conversation").asString().equals(in.toString()))
                .map(event -> event.get("sequence").asLong())
                .toList();
    }

    private static Facets members(List<Joined> joins, List<UserId> leaves) {
        return new Facets(Facets.Audience.MEMBERS, List.of(), null, joins, leaves, List.of(), false);
    }
}
