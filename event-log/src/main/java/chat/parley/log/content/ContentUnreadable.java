package chat.parley.log.content;

import java.util.Locale;

/** A row has content whose key was never destroyed, and yet it cannot be decrypted: the log or its keys are damaged. */
public final class ContentUnreadable extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Kind {
        KEY_MISSING("the log has no data key for its owner"),
        MASTER_KEY_NOT_HELD("its data key is wrapped by a master key this service does not hold"),
        KEY_FOREIGN("its data key does not unwrap: it belongs to another log or owner, or was altered"),
        NOT_ITS_OWN(
                "it does not open under its owner's key: it or its row was altered, or it belongs to another row or log"),
        COMMITMENT_FALSE("it is not what the row's payload is committed to");

        private final String explanation;

        Kind(String explanation) {
            this.explanation = explanation;
        }

        /** As the label of a metric. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Kind kind;

    public ContentUnreadable(Kind kind) {
        super("content cannot be read: " + kind.explanation, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
