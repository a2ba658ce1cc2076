package chat.parley.contracts;

import chat.parley.access.Caller;
import chat.parley.access.ServiceCaller;
import chat.parley.events.ConversationId;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * What the gateway asks the command side for: what a socket's frames carry, and nothing else. Every call returns after the commit, may
 * be repeated without harm, and throws {@link chat.parley.refusals.Refused} where it is not granted, with {@code UNAVAILABLE} where the
 * command side cannot be reached.
 */
public interface Commands {

    /** Sends a message. The same id with the same text is answered as the first time. */
    @PostExchange("/api/conversations/{conversation}/messages")
    Sent send(Caller caller, @PathVariable ConversationId conversation, @RequestBody NewMessage message);

    /** Moves the caller's watermarks forward. Of several conversations, one that is refused is told in the answer and leaves the others be. */
    @PutExchange("/api/cursors")
    CursorsMoved moveCursors(Caller caller, @RequestBody CursorMoves moves);

    /** A part of a service keeps nothing of an erased person any more and will not get any of it again. */
    @PostExchange("/internal/erasures/forgotten")
    void forgotten(ServiceCaller caller, @RequestBody ForgottenReport report);
}
