package chat.parley.load.verify;

import chat.parley.load.people.Crowd;
import chat.parley.load.people.Pair;
import chat.parley.load.traffic.Delivery;
import chat.parley.load.traffic.Heard;
import chat.parley.load.traffic.Ledger;
import chat.parley.load.traffic.MessageNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * What a run proved.
 *
 * @param stored how many of its messages the log holds
 * @param faults every promise that was not kept
 * @param pairs as they are now, for another run
 */
public record Verification(long stored, List<Fault> faults, List<Pair> pairs) {

    private record Conversation(Pair after, List<Stored> log, List<Fault> faults) {}

    /** Asks the product for everything and compares. */
    public static Verification of(List<Heard> heard, Ledger ledger, MessageNames names) {
        List<Conversation> conversations = Crowd.all(heard.stream()
                .<Callable<Conversation>>map(each -> () -> look(each, names))
                .toList());
        Map<Integer, Long> sequences = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (Conversation conversation : conversations) {
            conversation.log().forEach(stored -> sequences.put(stored.message(), stored.sequence()));
            faults.addAll(conversation.faults());
        }
        sequences.remove(-1);
        faults.addAll(acknowledged(ledger, sequences));
        return new Verification(
                sequences.size(),
                List.copyOf(faults),
                conversations.stream().map(Conversation::after).toList());
    }

    private static Conversation look(Heard heard, MessageNames names) {
        Pair pair = heard.pair();
        pair.first().refresh();
        StoredMessages messages = new StoredMessages(names, pair);
        List<Stored> log = messages.log();
        List<Stored> history = messages.history();
        long sequence = log.stream().mapToLong(Stored::sequence).max().orElse(pair.lastSequence());
        long number = log.stream().mapToLong(Stored::number).max().orElse(pair.lastNumber());
        Pair after = new Pair(
                pair.first(), pair.second(), pair.conversation(), sequence, Math.max(number, pair.lastNumber()));
        Map<String, List<Delivery>> told =
                Map.of(pair.first().user(), heard.first(), pair.second().user(), heard.second());
        return new Conversation(after, log, new Check(pair.conversation(), log, history).of(told));
    }

    static List<Fault> acknowledged(Ledger ledger, Map<Integer, Long> sequences) {
        List<Fault> faults = new ArrayList<>();
        for (int message = 0; message < ledger.sent(); message++) {
            if (ledger.isAcknowledged(message)) {
                Long stored = sequences.get(message);
                if (stored == null) {
                    faults.add(new Fault(Fault.Kind.NOT_IN_THE_LOG, "", "message " + message));
                } else if (stored != ledger.acknowledgedAs(message)) {
                    faults.add(new Fault(
                            Fault.Kind.OTHER_SEQUENCE,
                            "",
                            "message %d: %d, not %d".formatted(message, stored, ledger.acknowledgedAs(message))));
                }
            }
        }
        return faults;
    }
}
