package chat.parley.contracts;

import chat.parley.access.Caller;
import chat.parley.access.ServiceCaller;
import chat.parley.events.ConversationId;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * The commands that the gateway forwards to the command side: those that arrive as socket frames, and the gateway's reports
 * about erasures. Every call returns after the commit, may be repeated, and throws {@link chat.parley.refusals.Refused};
 * with {@code UNAVAILABLE} if the command side cannot be reached.
 */
public interface Commands {

    /** Sends a message. The same id with the same text gets the first answer. */
    @PostExchange("/api/conversations/{conversation}/messages")
    Sent send(Caller caller, @PathVariable ConversationId conversation, @RequestBody NewMessage message);

    /**
     * Moves the caller's watermarks forward. If several conversations are given, refusals are part of the answer and do not
     * affect the others.
     */
    @PutExchange("/api/cursors")
    CursorsMoved moveCursors(Caller caller, @RequestBody CursorMoves moves);

    /**
     * Reports that a part of a service holds nothing of an erased person any more and will not receive anything of them
     * again.
     */
    @PostExchange("/internal/erasures/forgotten")
    void forgotten(ServiceCaller caller, @RequestBody ErasureReport report);
}
