package chat.parley.distribution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Binding.DestinationType;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.DirectExchange;
import org.springframework.amqp.core.FanoutExchange;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;

/** All exchanges and durable queues. */
public final class Topology {

    /** Every event, by routing key {@code pNN.<type>.v<revision>}, or {@code all.…} for every queue; internal. */
    public static final String EVENTS = "parley.events";

    /** To one gateway node, by its id. */
    public static final String NODES = "parley.nodes";

    /** To every gateway node. */
    public static final String ALL_NODES = "parley.nodes.all";

    /** Ends of sessions, to every service. */
    public static final String SESSIONS = "parley.sessions";

    /** Sign-ins, to every gateway node. */
    public static final String SIGN_INS = "parley.sign-ins";

    private Topology() {}

    /** @param queueType {@code classic} or {@code quorum} */
    static Declarables of(String queueType, List<ConsumerGroup> groups) {
        Collection<Declarable> all = new ArrayList<>(List.of(
                new TopicExchange(EVENTS),
                new DirectExchange(NODES),
                new FanoutExchange(ALL_NODES),
                new FanoutExchange(SESSIONS),
                new FanoutExchange(SIGN_INS)));
        groups.forEach(group -> all.addAll(queues(queueType, group)));
        return new Declarables(all);
    }

    private static List<Declarable> queues(String queueType, ConsumerGroup group) {
        List<Declarable> all = new ArrayList<>();
        all.add(durable(group.deadLetterQueue(), Map.of("x-queue-type", queueType)));
        for (int index = 0; index < group.queues(); index++) {
            String queue = group.queue(index);
            all.add(durable(queue, Map.of("x-queue-type", queueType, "x-single-active-consumer", true)));
            for (String pattern : group.bindings(index)) {
                all.add(new Binding(queue, DestinationType.QUEUE, EVENTS, pattern, Map.of()));
            }
        }
        return all;
    }

    private static Queue durable(String name, Map<String, Object> arguments) {
        return new Queue(name, true, false, false, arguments);
    }
}
