package chat.parley.command.conversation.startdirect;

import chat.parley.access.Caller;
import chat.parley.command.http.Required;
import chat.parley.events.ConversationId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StartDirectController {

    record Request(@Required String username) {}

    record Answer(ConversationId conversation, long position) {}

    private final DirectConversations conversations;

    StartDirectController(DirectConversations conversations) {
        this.conversations = conversations;
    }

    @PostMapping("/api/conversations/direct")
    @Operation(summary = "Start the direct conversation with someone, or find the one there is")
    @ApiResponse(responseCode = "201", description = "It was started now")
    @ApiResponse(responseCode = "200", description = "It was there")
    ResponseEntity<Answer> start(Caller caller, @RequestBody Request request) {
        Started started = conversations.start(caller, request.username());
        return ResponseEntity.status(started.now() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new Answer(started.conversation(), started.position()));
    }
}
