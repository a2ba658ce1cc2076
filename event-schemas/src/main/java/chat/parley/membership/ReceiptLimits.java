package chat.parley.membership;

import java.time.Duration;

/** How far receipts go: their number grows with members times messages. */
public final class ReceiptLimits {

    /** In a conversation of more members than these nobody is told what others received and read. */
    public static final int MEMBERS = 50;

    /** There, what a member has read is recorded no more often than this, and what they received not at all. */
    public static final Duration READ_EVERY = Duration.ofSeconds(5);

    private ReceiptLimits() {}
}
