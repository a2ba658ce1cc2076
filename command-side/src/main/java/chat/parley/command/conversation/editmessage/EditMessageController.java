package chat.parley.command.conversation.editmessage;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.conversation.Annotations;
import chat.parley.command.conversation.TargetMessages;
import chat.parley.command.conversation.TargetMessages.AnnotatedMessage;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.command.text.Mentions;
import chat.parley.contracts.Required;
import chat.parley.events.ConversationId;
import chat.parley.events.EventType;
import chat.parley.events.Mention;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageId;
import chat.parley.log.StoredEvent;
import chat.parley.refusals.Reason;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EditMessageController {

    /**
     * What a message is to say from now on.
     *
     * @param text 1 to 2,000 code points
     * @param mentions who is mentioned and where in the text, as of a new message
     * @param replaces the sequence of the text that was edited: of the newest edit that the author has seen, or of the
     *     message itself
     */
    record NewText(
            @Required String text,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            List<Mention> mentions,

            @Required Long replaces) {}

    /**
     * A message was edited. Repetitions get the same answer.
     *
     * @param sequence of the edit in the conversation's stream; where nothing had to change, of what gave the message its text
     * @param position of that event in the log
     */
    record Edited(ConversationId conversation, MessageId message, long sequence, Instant recorded, long position) {

        static Edited of(ConversationId conversation, MessageId message, StoredEvent since) {
            return new Edited(
                    conversation, message, since.sequence(), since.envelope().recorded(), since.position());
        }
    }

    private final IdempotentCommands commands;
    private final TargetMessages targets;
    private final Annotations annotations;

    EditMessageController(IdempotentCommands commands, TargetMessages targets, Annotations annotations) {
        this.commands = commands;
        this.targets = targets;
        this.annotations = annotations;
    }

    @PutMapping("/api/conversations/{conversation}/messages/{message}/text")
    @Throttled(Limit.MESSAGES_ACCOUNT)
    @Operation(
            operationId = "editMessage",
            summary = "Edit one's message",
            description = "Its earlier texts stay readable to the members. Repeating it changes nothing.")
    @RefusedWith({
        Reason.CONVERSATION_UNKNOWN,
        Reason.MESSAGE_UNKNOWN,
        Reason.MESSAGE_GONE,
        Reason.NOT_THE_AUTHOR,
        Reason.EDITED_MEANWHILE,
        Reason.NOT_PERMITTED,
        Reason.MUTED,
        Reason.GROUP_CLOSED,
        Reason.NOT_ACCEPTED,
        Reason.UNBLOCK_FIRST,
        Reason.ACCEPT_FIRST,
        Reason.TEXT_INVALID,
        Reason.TEXT_EMPTY,
        Reason.TEXT_TOO_LONG,
        Reason.MENTION_INVALID,
        Reason.NEWER_EVENT,
        Reason.CONFLICT
    })
    Edited edit(
            Caller caller,
            IdempotencyKey key,
            @PathVariable ConversationId conversation,
            @PathVariable MessageId message,
            @RequestParam long sequence,
            @RequestBody NewText request) {
        MessageContent content = Mentions.content(request.text(), request.mentions());
        // The text is left out of the key: what is kept to compare it would outlive the message, and let it be guessed.
        CommandKey command = key.of(caller, request.replaces());
        Supplier<AnnotatedMessage> target =
                () -> targets.annotated(caller, conversation, message, sequence, EventType.MESSAGE_EDITED);
        Supplier<EditMessage> edit = () -> EditMessage.of(target.get(), caller.user(), content, request.replaces());
        return commands.once(command, Edited.class, () -> {
            StoredEvent since = annotations
                    .record(caller, conversation, command.commandId(), edit)
                    .orElseGet(() -> EditMessage.newest(target.get()));
            return Edited.of(conversation, message, since);
        });
    }
}
