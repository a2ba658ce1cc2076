package chat.parley.load.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.load.seed.SeededConversation;
import org.junit.jupiter.api.Test;

class ChatLedgerTest {

    private static final SeededConversation CONVERSATION = new SeededConversation("talk", 3, 7);

    private final ChatLedger ledger = new ChatLedger(2);

    @Test
    void anAcknowledgedMessageIsMissingUntilBothMembersWereSentIt() {
        ledger.saying(0, CONVERSATION);
        ledger.acknowledged(0);
        assertThat(ledger.missing()).isEqualTo(1);

        ledger.seen(0, 3);
        ledger.seen(0, 3);
        assertThat(ledger.missing()).isEqualTo(1);

        ledger.seen(0, 7);
        assertThat(ledger.missing()).isZero();
    }

    @Test
    void nothingIsMissingOfAMessageThatWasNotAcknowledged() {
        ledger.saying(1, CONVERSATION);

        assertThat(ledger.missing()).isZero();
    }

    @Test
    void afterALossEverythingHasToComeAgain() {
        ledger.saying(0, CONVERSATION);
        ledger.acknowledged(0);
        ledger.seen(0, 3);
        ledger.seen(0, 7);

        ledger.forgetSeen();

        assertThat(ledger.missing()).isEqualTo(1);
    }
}
