package chat.parley.gateway.fanout;

import chat.parley.contracts.Commands;
import chat.parley.contracts.ConversationFeed;
import chat.parley.contracts.ForgottenReport;
import chat.parley.contracts.WaitingErasure;
import chat.parley.distribution.ConsumerGroup;
import chat.parley.events.AccountErased;
import chat.parley.events.Envelope;
import chat.parley.events.UserId;
import chat.parley.gateway.service.OnBehalf;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Reports for each queue the erasures it has passed: an erasure comes in every queue, behind everything recorded before it, and what the
 * gateway was given before has been passed on by then.
 */
@Component
class PassedErasures {

    private final Commands commands;
    private final ConversationFeed feed;

    PassedErasures(Commands commands, ConversationFeed feed) {
        this.commands = commands;
        this.feed = feed;
    }

    /** To be called when the whole batch has been passed on. */
    void within(int queue, List<Envelope> batch) {
        for (Envelope event : batch) {
            if (event.event() instanceof AccountErased erased) {
                forgotten(erased.account(), ConsumerGroup.FANOUT.part(queue));
            }
        }
    }

    /**
     * To be called with the first position a queue brings after it was taken up: an erasure before that was passed, or was lost together
     * with what the queue held then.
     */
    void before(int queue, long position) {
        String part = ConsumerGroup.FANOUT.part(queue);
        for (WaitingErasure waiting : feed.erasuresWaitingFor(OnBehalf.nobody(), part)) {
            if (waiting.position() < position) {
                forgotten(waiting.account(), part);
            }
        }
    }

    private void forgotten(UserId account, String part) {
        commands.forgotten(OnBehalf.of(account), new ForgottenReport(account, part));
    }
}
