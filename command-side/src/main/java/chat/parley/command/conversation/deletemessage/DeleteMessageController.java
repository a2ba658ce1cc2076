package chat.parley.command.conversation.deletemessage;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.refusals.Reason;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DeleteMessageController {

    private final IdempotentCommands commands;
    private final MessageDeleter deletion;

    DeleteMessageController(IdempotentCommands commands, MessageDeleter deletion) {
        this.commands = commands;
        this.deletion = deletion;
    }

    @DeleteMapping("/api/conversations/{conversation}/messages/{message}")
    @Operation(
            operationId = "deleteMessage",
            summary = "Delete a message for everyone",
            description =
                    "One's own, or in a group that one leads that of somebody whose role is below one's own. The message keeps its number and loses its text. Repeating it changes nothing and gets the "
                            + "first answer.")
    @RefusedWith({
        Reason.CONVERSATION_UNKNOWN,
        Reason.MESSAGE_UNKNOWN,
        Reason.NOT_THE_AUTHOR,
        Reason.MESSAGE_GONE,
        Reason.LEGAL_HOLD,
        Reason.NEWER_EVENT,
        Reason.CONFLICT
    })
    Deleted delete(
            Caller caller,
            IdempotencyKey key,
            @PathVariable ConversationId conversation,
            @PathVariable MessageId message,
            @RequestParam long sequence) {
        return commands.once(
                key.of(caller), Deleted.class, () -> deletion.delete(caller, conversation, message, sequence));
    }
}
