package chat.parley.gateway.erasure;

import chat.parley.contracts.Commands;
import chat.parley.contracts.ConversationFeed;
import chat.parley.contracts.ErasureReport;
import chat.parley.contracts.PendingErasure;
import chat.parley.distribution.ConsumerGroup;
import chat.parley.events.AccountErased;
import chat.parley.events.Envelope;
import chat.parley.events.UserId;
import chat.parley.gateway.service.ServiceCallers;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Reports each erasure for each queue that has passed it: an erasure comes in every queue, behind everything recorded before
 * it, and by then earlier events were sent.
 */
@Component
public class ErasureReporter {

    private final Commands commands;
    private final ConversationFeed feed;

    ErasureReporter(Commands commands, ConversationFeed feed) {
        this.commands = commands;
        this.feed = feed;
    }

    /** To be called when the whole batch was sent. */
    public void within(int queue, List<Envelope> batch) {
        for (Envelope event : batch) {
            if (event.event() instanceof AccountErased erased) {
                forgotten(erased.account(), ConsumerGroup.FANOUT.part(queue));
            }
        }
    }

    /**
     * To be called with the first position that a queue delivers after consuming began: an earlier erasure was passed, or
     * was lost together with what the queue held then.
     */
    public void before(int queue, long position) {
        String part = ConsumerGroup.FANOUT.part(queue);
        for (PendingErasure waiting : feed.erasuresWaitingFor(ServiceCallers.nobody(), part)) {
            if (waiting.position() < position) {
                forgotten(waiting.account(), part);
            }
        }
    }

    private void forgotten(UserId account, String part) {
        commands.forgotten(ServiceCallers.of(account), new ErasureReport(account, part));
    }
}
