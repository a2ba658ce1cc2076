package chat.parley.membership;

import java.time.Duration;

/** Limits of receipts, whose number grows with members times messages. */
public final class ReceiptLimits {

    /** In conversations with more members, nobody sees what others have received and read. */
    public static final int MEMBERS = 50;

    /** In such conversations, a member's reads are recorded no more often than this, and receiving is not recorded. */
    public static final Duration READ_EVERY = Duration.ofSeconds(5);

    private ReceiptLimits() {}
}
