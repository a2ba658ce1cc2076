package chat.parley.query.messages;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.events.ConversationEvent;
import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.events.StreamId;
import chat.parley.events.UnknownEvent;
import chat.parley.log.EventLog;
import chat.parley.membership.VisibleSequences;
import chat.parley.query.freshness.Freshness;
import chat.parley.query.paging.Limit;
import chat.parley.query.visibility.ConversationAccess;
import chat.parley.refusals.Reason;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.util.RawValue;

@RestController
@Tag(name = "Messages")
class EventsController {

    private static final int MOST = 200;

    record EventRange(List<EventView> items) {}

    /**
     * An event as in the gateway's frame.
     *
     * @param name its type and revision without the product's prefix; data has that shape
     */
    record EventView(
            ConversationId conversation,
            long sequence,
            long position,
            Instant at,
            String name,

            @Schema(implementation = ConversationEvent.class)
            Object data) {

        static EventView of(ConversationId conversation, Envelope event) {
            return new EventView(
                    conversation,
                    event.sequence(),
                    event.position(),
                    event.recorded(),
                    event.type().routed(),
                    event.event() instanceof UnknownEvent unknown ? new RawValue(unknown.json()) : event.event());
        }
    }

    private final ConversationAccess access;
    private final EventLog log;
    private final Freshness freshness;

    EventsController(ConversationAccess access, EventLog log, Freshness freshness) {
        this.access = access;
        this.log = log;
        this.freshness = freshness;
    }

    @GetMapping("/api/conversations/{conversation}/events")
    @Operation(
            operationId = "listEvents",
            summary = "Fills a gap",
            description = "Events by sequence from the log, both ends included; of a longer range the first 200.")
    @RefusedWith({Reason.CONVERSATION_UNKNOWN, Reason.RANGE_INVALID})
    EventRange range(
            Caller caller,
            @PathVariable("conversation") ConversationId id,
            @RequestParam long from,
            @RequestParam long to,
            @RequestHeader(name = Freshness.HEADER, defaultValue = "0") long after) {
        if (from < 0) {
            throw Limit.rangeInvalid("from", "Events are numbered from 0.");
        }
        if (to < from) {
            throw Limit.rangeInvalid("to", "A range does not end before it begins.");
        }
        VisibleSequences visible = access.visible(id, caller.user());
        freshness.ofLog(after);
        int count = (int) Math.min(MOST - 1, to - from) + 1;
        return new EventRange(log.readStream(StreamId.conversation(id), from, count).stream()
                .filter(event -> event.sequence() <= to && visible.includes(event.sequence()))
                .map(event -> EventView.of(id, asSeen(event.envelope(), visible)))
                .toList());
    }

    private static Envelope asSeen(Envelope event, VisibleSequences visible) {
        Long about = event.facets().about();
        return about == null || visible.includes(about) ? event : event.withoutContent();
    }
}
