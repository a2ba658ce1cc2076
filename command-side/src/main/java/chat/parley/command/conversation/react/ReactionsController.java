package chat.parley.command.conversation.react;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.conversation.Annotations;
import chat.parley.command.conversation.TargetMessages;
import chat.parley.command.conversation.TargetMessages.AnnotatedMessage;
import chat.parley.command.conversation.react.React.Emoji;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.events.ConversationId;
import chat.parley.events.EventType;
import chat.parley.events.MessageId;
import chat.parley.events.ReactionsChanged;
import chat.parley.log.StoredEvent;
import chat.parley.refusals.Reason;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReactionsController {

    /**
     * The caller's reactions to a message. Repetitions get the same answer.
     *
     * @param emojis all of them, in the order they were given
     * @param sequence of the event that changed them last, in the conversation's stream; the message's own if the caller
     *     never reacted
     * @param position of that event in the log
     */
    record Reacted(
            ConversationId conversation,
            MessageId message,
            List<String> emojis,
            long sequence,
            Instant recorded,
            long position) {

        static Reacted of(ConversationId conversation, MessageId message, StoredEvent since) {
            return new Reacted(
                    conversation,
                    message,
                    since.event() instanceof ReactionsChanged changed ? changed.known() : List.of(),
                    since.sequence(),
                    since.envelope().recorded(),
                    since.position());
        }
    }

    private final IdempotentCommands commands;
    private final TargetMessages targets;
    private final Annotations annotations;

    ReactionsController(IdempotentCommands commands, TargetMessages targets, Annotations annotations) {
        this.commands = commands;
        this.targets = targets;
        this.annotations = annotations;
    }

    @PutMapping("/api/conversations/{conversation}/messages/{message}/reactions/{emoji}")
    @Operation(
            operationId = "addReaction",
            summary = "React to a message",
            description = "With any one emoji, up to 20 different ones a message. Repeating it changes nothing.")
    @RefusedWith({
        Reason.CONVERSATION_UNKNOWN,
        Reason.MESSAGE_UNKNOWN,
        Reason.MESSAGE_GONE,
        Reason.EMOJI_INVALID,
        Reason.TOO_MANY_EMOJI,
        Reason.MUTED,
        Reason.GROUP_CLOSED,
        Reason.NOT_ACCEPTED,
        Reason.UNBLOCK_FIRST,
        Reason.ACCEPT_FIRST,
        Reason.NEWER_EVENT,
        Reason.CONFLICT
    })
    Reacted add(
            Caller caller,
            IdempotencyKey key,
            @PathVariable ConversationId conversation,
            @PathVariable MessageId message,
            @PathVariable String emoji,
            @RequestParam long sequence) {
        return reacted(caller, key.of(caller), conversation, message, sequence, Emoji.of(emoji), true);
    }

    @DeleteMapping("/api/conversations/{conversation}/messages/{message}/reactions/{emoji}")
    @Operation(
            operationId = "removeReaction",
            summary = "Remove a reaction",
            description = "One's own; the same emoji is removed in any form. Repeating it changes nothing.")
    @RefusedWith({
        Reason.CONVERSATION_UNKNOWN,
        Reason.MESSAGE_UNKNOWN,
        Reason.EMOJI_INVALID,
        Reason.NOT_ACCEPTED,
        Reason.UNBLOCK_FIRST,
        Reason.ACCEPT_FIRST,
        Reason.NEWER_EVENT,
        Reason.CONFLICT
    })
    Reacted remove(
            Caller caller,
            IdempotencyKey key,
            @PathVariable ConversationId conversation,
            @PathVariable MessageId message,
            @PathVariable String emoji,
            @RequestParam long sequence) {
        return reacted(caller, key.of(caller), conversation, message, sequence, Emoji.of(emoji), false);
    }

    private Reacted reacted(
            Caller caller,
            CommandKey key,
            ConversationId conversation,
            MessageId message,
            long sequence,
            Emoji emoji,
            boolean given) {
        Supplier<AnnotatedMessage> target =
                () -> targets.annotated(caller, conversation, message, sequence, EventType.REACTIONS_CHANGED);
        Supplier<React> reaction = () -> React.to(target.get(), caller.user(), emoji, given);
        return commands.once(key, Reacted.class, () -> {
            StoredEvent since = annotations
                    .record(caller, conversation, key.commandId(), reaction)
                    .orElseGet(() -> since(caller, target.get()));
            return Reacted.of(conversation, message, since);
        });
    }

    /** Nothing had to change: the newest event that changed this person's reactions. */
    private static StoredEvent since(Caller caller, AnnotatedMessage target) {
        return target.about().stream()
                .filter(stored -> stored.event() instanceof ReactionsChanged changed
                        && changed.member().equals(caller.user()))
                .findFirst()
                .orElse(target.sent());
    }
}
