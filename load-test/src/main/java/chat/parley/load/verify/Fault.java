package chat.parley.load.verify;

/** A message for which a promise was not kept. */
public record Fault(Kind kind, String conversation, String detail) {

    /** Which promise. */
    public enum Kind {
        NOT_IN_THE_LOG("acknowledged and not in the log"),
        TWICE_IN_THE_LOG("more than once in the log"),
        OTHER_SEQUENCE("in the log under another sequence than was acknowledged"),
        NOT_IN_THE_HISTORY("in the log and not in the history"),
        TWICE_IN_THE_HISTORY("more than once in the history"),
        NOT_DELIVERED("in the log and not delivered to a side"),
        DELIVERED_TWICE("delivered more than once to a side"),
        OUT_OF_ORDER("delivered out of order");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }

        @Override
        public String toString() {
            return sentence;
        }
    }
}
