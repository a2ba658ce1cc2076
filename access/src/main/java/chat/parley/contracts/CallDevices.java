package chat.parley.contracts;

import chat.parley.access.ServiceCaller;
import chat.parley.events.ConversationId;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** What the gateway asks the command side about calls. Every call may throw {@link chat.parley.refusals.Refused}. */
public interface CallDevices {

    /** The devices in the call that goes on in a conversation. Not asked on behalf of a person. */
    @GetExchange("/internal/calls/{conversation}")
    PartiesOfCall parties(ServiceCaller nobody, @PathVariable ConversationId conversation);
}
