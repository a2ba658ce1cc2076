package chat.parley.distribution;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.Map;

/** The exchanges and durable queues there are; declaring them again changes nothing. */
public final class Topology {

    /** Every event, by routing key {@code pNN.<type>.v<revision>}, or {@code all.…} for every queue; internal. */
    public static final String EVENTS = "parley.events";

    /** To one gateway node, by its id. */
    public static final String NODES = "parley.nodes";

    /** To every gateway node. */
    public static final String ALL_NODES = "parley.nodes.all";

    /** Ends of sessions, to every service. */
    public static final String SESSIONS = "parley.sessions";

    private final String queueType;
    private final AnalyticsExchanges analytics;

    Topology(String queueType, AnalyticsExchanges analytics) {
        this.queueType = queueType;
        this.analytics = analytics;
    }

    public AnalyticsExchanges analytics() {
        return analytics;
    }

    /** Everything: what a publisher of events needs, so that no group misses one. */
    public void declare(Channel channel) throws IOException {
        declareExchanges(channel);
        for (ConsumerGroup group : ConsumerGroup.ALL) {
            declareQueues(channel, group);
        }
    }

    /** The exchanges and one group's queues: what its consumers need. */
    public void declare(Channel channel, ConsumerGroup group) throws IOException {
        declareExchanges(channel);
        declareQueues(channel, group);
    }

    private static void declareExchanges(Channel channel) throws IOException {
        channel.exchangeDeclare(EVENTS, BuiltinExchangeType.TOPIC, true);
        channel.exchangeDeclare(NODES, BuiltinExchangeType.DIRECT, true);
        channel.exchangeDeclare(ALL_NODES, BuiltinExchangeType.FANOUT, true);
        channel.exchangeDeclare(SESSIONS, BuiltinExchangeType.FANOUT, true);
    }

    private void declareQueues(Channel channel, ConsumerGroup group) throws IOException {
        Map<String, Object> kind = Map.of("x-queue-type", queueType);
        channel.queueDeclare(group.deadLetterQueue(), true, false, false, kind);
        Map<String, Object> oneConsumerAtATime = Map.of("x-queue-type", queueType, "x-single-active-consumer", true);
        for (int index = 0; index < group.queues(); index++) {
            channel.queueDeclare(group.queue(index), true, false, false, oneConsumerAtATime);
            for (String binding : group.bindings(index)) {
                channel.queueBind(group.queue(index), EVENTS, binding);
            }
        }
    }
}
