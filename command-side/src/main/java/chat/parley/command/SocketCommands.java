package chat.parley.command;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.access.ServiceCaller;
import chat.parley.command.conversation.sendmessage.MessageSender;
import chat.parley.command.http.WithoutIdempotencyKey;
import chat.parley.command.readcursor.move.ReadCursorMover;
import chat.parley.contracts.Commands;
import chat.parley.contracts.CursorMoves;
import chat.parley.contracts.CursorsMoved;
import chat.parley.contracts.ErasureReport;
import chat.parley.contracts.NewMessage;
import chat.parley.contracts.Sent;
import chat.parley.events.ConversationId;
import chat.parley.log.erasure.Erasures;
import chat.parley.refusals.Reason;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The commands that clients send as socket frames: called by gateways in this process, and over HTTP by other gateways and
 * by programs.
 */
@RestController
class SocketCommands implements Commands {

    private final MessageSender messages;
    private final ReadCursorMover cursors;
    private final Erasures erasures;

    SocketCommands(MessageSender messages, ReadCursorMover cursors, Erasures erasures) {
        this.messages = messages;
        this.cursors = cursors;
        this.erasures = erasures;
    }

    @Override
    @Throttled(Limit.MESSAGES_ACCOUNT)
    @WithoutIdempotencyKey("The message's id is its key.")
    @Operation(
            operationId = "sendMessage",
            summary = "Send a message",
            description =
                    "Answered once the message is durable. Repeating it with the same id and text changes nothing and "
                            + "gets the first answer.")
    @RefusedWith({
        Reason.CONVERSATION_UNKNOWN,
        Reason.NOT_PERMITTED,
        Reason.MUTED,
        Reason.GROUP_CLOSED,
        Reason.NOT_ACCEPTED,
        Reason.UNBLOCK_FIRST,
        Reason.ACCEPT_FIRST,
        Reason.MESSAGE_ID_INVALID,
        Reason.MESSAGE_ID_REUSED,
        Reason.ORIGIN_GONE,
        Reason.TEXT_INVALID,
        Reason.NEWER_EVENT,
        Reason.TEXT_EMPTY,
        Reason.TEXT_TOO_LONG,
        Reason.MENTION_INVALID,
        Reason.ATTACHMENT_INVALID,
        Reason.UPLOAD_UNKNOWN,
        Reason.UPLOAD_NOT_READY,
        Reason.ACCOUNT_ERASED,
        Reason.CONFLICT
    })
    public Sent send(Caller caller, ConversationId conversation, NewMessage message) {
        return messages.send(caller, conversation, message);
    }

    @Override
    @Throttled(Limit.MARKS_ACCOUNT)
    @WithoutIdempotencyKey("Watermarks are absolute.")
    @Operation(
            operationId = "moveCursors",
            summary = "Say up to which messages one has received and read",
            description = "Watermarks by message number, for up to 100 conversations. A lower one than before changes"
                    + " nothing; reading implies receiving. If several conversations are given, refusals are part"
                    + " of the answer and do not affect the others.")
    @RefusedWith({Reason.CONVERSATION_UNKNOWN, Reason.BEYOND_LAST_MESSAGE, Reason.CONFLICT})
    public CursorsMoved moveCursors(Caller caller, CursorMoves moves) {
        return cursors.move(caller, moves);
    }

    @Override
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void forgotten(ServiceCaller caller, ErasureReport report) {
        erasures.forgotten(report.account(), report.part());
    }
}
