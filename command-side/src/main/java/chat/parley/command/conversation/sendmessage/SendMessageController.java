package chat.parley.command.conversation.sendmessage;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.http.Required;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.refusals.Reason;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SendMessageController {

    record NewMessage(@Required MessageId message, @Required String text) {}

    private final Messages messages;

    SendMessageController(Messages messages) {
        this.messages = messages;
    }

    @PostMapping("/api/conversations/{conversation}/messages")
    @Operation(
            operationId = "sendMessage",
            summary = "Send a message",
            description =
                    "Answered once the message is durable. Repeating it with the same id and text changes nothing and "
                            + "is answered as the first time.")
    @RefusedWith({Reason.CONVERSATION_UNKNOWN, Reason.MESSAGE_ID_REUSED, Reason.TEXT_EMPTY, Reason.TEXT_TOO_LONG, Reason.ACCOUNT_ERASED, Reason.CONFLICT})
    Sent send(Caller caller, @PathVariable ConversationId conversation, @RequestBody NewMessage request) {
        return messages.send(caller, conversation, request.message(), request.text());
    }
}
