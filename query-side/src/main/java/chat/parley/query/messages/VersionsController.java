package chat.parley.query.messages;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.events.ConversationId;
import chat.parley.events.EventType;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageEdited;
import chat.parley.events.MessageId;
import chat.parley.events.SentMessage;
import chat.parley.events.StreamId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import chat.parley.log.read.StreamQueries;
import chat.parley.membership.VisibleSequences;
import chat.parley.query.freshness.Freshness;
import chat.parley.query.visibility.ConversationAccess;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The texts that a message has had. They are read from the log: a view holds only the last. */
@RestController
@Tag(name = "Messages")
class VersionsController {

    private static final int MOST_EDITS = 100;

    /** @param versions newest first, the original last; of more than 100 edits the newest */
    record MessageVersions(List<MessageVersion> versions) {}

    /**
     * One text of a message.
     *
     * @param sequence of the event that gave the message this text
     * @param at when it was written
     */
    record MessageVersion(long sequence, String text, Instant at) {

        static Stream<MessageVersion> of(StoredEvent event, @Nullable MessageContent content) {
            return content == null
                    ? Stream.empty()
                    : Stream.of(new MessageVersion(
                            event.sequence(), content.text(), event.envelope().recorded()));
        }
    }

    private final ConversationAccess access;
    private final EventLog log;
    private final StreamQueries streams;
    private final Freshness freshness;

    VersionsController(ConversationAccess access, EventLog log, StreamQueries streams, Freshness freshness) {
        this.access = access;
        this.log = log;
        this.streams = streams;
        this.freshness = freshness;
    }

    @GetMapping("/api/conversations/{conversation}/messages/{message}/versions")
    @Operation(
            operationId = "listVersions",
            summary = "The texts that a message has had",
            description = "None of a message that was deleted or whose author was erased.")
    @RefusedWith({Reason.CONVERSATION_UNKNOWN, Reason.MESSAGE_UNKNOWN})
    MessageVersions of(
            Caller caller,
            @PathVariable("conversation") ConversationId id,
            @PathVariable MessageId message,
            @RequestParam long sequence,
            @RequestHeader(name = Freshness.HEADER, defaultValue = "0") long after) {
        VisibleSequences visible = access.visible(id, caller.user());
        freshness.ofLog(after);
        StreamId stream = StreamId.conversation(id);
        if (!visible.includes(sequence)) {
            throw new Refused(Reason.MESSAGE_UNKNOWN);
        }
        StoredEvent original = log.readStream(stream, sequence, 1).stream()
                .filter(found -> found.sequence() == sequence && isSentAs(message, found))
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.MESSAGE_UNKNOWN));
        SentMessage sent = (SentMessage) original.event();
        List<StoredEvent> edits =
                streams.everyAbout(stream, sequence, EventType.MESSAGE_EDITED, sent.author(), MOST_EDITS);
        return new MessageVersions(Stream.concat(
                        edits.stream()
                                .filter(edit -> visible.includes(edit.sequence()))
                                .flatMap(VersionsController::edited),
                        MessageVersion.of(original, sent.content()))
                .toList());
    }

    private static boolean isSentAs(MessageId message, StoredEvent event) {
        return event.event() instanceof SentMessage sent && sent.message().equals(message);
    }

    private static Stream<MessageVersion> edited(StoredEvent event) {
        return event.event() instanceof MessageEdited edit ? MessageVersion.of(event, edit.content()) : Stream.empty();
    }
}
