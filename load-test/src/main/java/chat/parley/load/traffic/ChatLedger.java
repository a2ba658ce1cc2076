package chat.parley.load.traffic;

import chat.parley.load.seed.SeededConversation;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/** The messages that are said among clients, and who was sent which of them since the last loss of all connections. */
final class ChatLedger {

    private final SeededConversation[] saidIn;
    private final BitSet acknowledged = new BitSet();
    private final BitSet seenByFirst = new BitSet();
    private final BitSet seenBySecond = new BitSet();
    private final Map<String, Long> refusals = new TreeMap<>();

    ChatLedger(int messages) {
        saidIn = new SeededConversation[messages];
    }

    synchronized void saying(int message, SeededConversation conversation) {
        saidIn[message] = conversation;
    }

    synchronized void acknowledged(int message) {
        acknowledged.set(message);
    }

    synchronized void refused(String code) {
        refusals.merge(code, 1L, Long::sum);
    }

    /** Someone was sent the message. */
    synchronized void seen(int message, int person) {
        SeededConversation conversation = saidIn[message];
        (conversation.first() == person ? seenByFirst : seenBySecond).set(message);
    }

    /** From now on everyone has to be sent everything again. */
    synchronized void forgetSeen() {
        seenByFirst.clear();
        seenBySecond.clear();
    }

    synchronized int acknowledged() {
        return acknowledged.cardinality();
    }

    /** How many acknowledged messages were not sent to both. */
    synchronized int missing() {
        BitSet missing = (BitSet) acknowledged.clone();
        BitSet both = (BitSet) seenByFirst.clone();
        both.and(seenBySecond);
        missing.andNot(both);
        return missing.cardinality();
    }

    synchronized Map<String, Long> refusals() {
        return new TreeMap<>(refusals);
    }
}
