package chat.parley.command.readcursor.move;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.events.ConversationId;
import chat.parley.refusals.Reason;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MoveCursorController {

    record MoveCursor(@Nullable Long received, @Nullable Long read) {}

    private final ReadCursors cursors;

    MoveCursorController(ReadCursors cursors) {
        this.cursors = cursors;
    }

    @PutMapping("/api/conversations/{conversation}/cursor")
    @Operation(
            operationId = "moveCursor",
            summary = "State up to which message one has received and read",
            description =
                    "Watermarks by message number. A lower one than before changes nothing; reading includes receiving.")
    @RefusedWith({Reason.CONVERSATION_UNKNOWN, Reason.BEYOND_LAST_MESSAGE, Reason.CONFLICT})
    Recorded move(Caller caller, @PathVariable ConversationId conversation, @RequestBody MoveCursor request) {
        return cursors.move(caller, conversation, request.received(), request.read());
    }
}
