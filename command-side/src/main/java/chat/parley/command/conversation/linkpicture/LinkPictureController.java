package chat.parley.command.conversation.linkpicture;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.conversation.TargetMessages;
import chat.parley.command.objects.ObjectKeys;
import chat.parley.command.objects.ObjectStore;
import chat.parley.events.ConversationId;
import chat.parley.events.LinkPreview;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageId;
import chat.parley.events.SentMessage;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The message as the log holds it decides: what was deleted or erased has no picture any more, whatever the store holds. */
@RestController
@Tag(name = "Messages")
class LinkPictureController {

    private final TargetMessages targets;
    private final ObjectStore objects;

    LinkPictureController(TargetMessages targets, ObjectStore objects) {
        this.targets = targets;
        this.objects = objects;
    }

    @GetMapping(
            path = "/api/conversations/{conversation}/messages/{message}/link-picture",
            produces = MediaType.IMAGE_JPEG_VALUE)
    @Operation(
            operationId = "getLinkPicture",
            summary = "The picture of the page that a message links to",
            description = "It never changes, and may be kept for an hour.")
    @RefusedWith({Reason.CONVERSATION_UNKNOWN, Reason.MESSAGE_UNKNOWN, Reason.NOT_FOUND, Reason.NEWER_EVENT})
    byte[] picture(
            Caller caller,
            @PathVariable ConversationId conversation,
            @PathVariable MessageId message,
            @RequestParam long sequence,
            HttpServletResponse response) {
        SentMessage sent = targets.of(caller, conversation, message, sequence);
        byte[] picture = Optional.ofNullable(sent.content())
                .map(MessageContent::link)
                .map(LinkPreview::picture)
                .flatMap(found ->
                        objects.read(ObjectKeys.linkPicture(sent.author().value(), found.id())))
                .orElseThrow(() -> new Refused(Reason.NOT_FOUND, "No picture is shown with this message."));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=3600");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        return picture;
    }
}
