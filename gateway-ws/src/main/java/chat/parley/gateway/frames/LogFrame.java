package chat.parley.gateway.frames;

import chat.parley.events.AccountErased;
import chat.parley.events.AccountEvent;
import chat.parley.events.AdmissionEvent;
import chat.parley.events.BlocksEvent;
import chat.parley.events.ConversationEvent;
import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.events.Facets;
import chat.parley.events.FriendshipEvent;
import chat.parley.events.MessageRequestsEvent;
import chat.parley.events.MessagesDelivered;
import chat.parley.events.MessagesRead;
import chat.parley.events.Personal;
import chat.parley.events.PreferenceEvent;
import chat.parley.events.ReadCursorEvent;
import chat.parley.events.ReportEvent;
import chat.parley.events.StreamId;
import chat.parley.events.UnknownEvent;
import chat.parley.events.UserId;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.util.RawValue;

/**
 * An {@code event}, {@code receipt} or {@code erased} frame. It is serialized once for all sockets: only the cursor, its
 * last field, differs.
 */
public final class LogFrame {

    private final String untilCursor;

    private LogFrame(Object body) {
        String json = ServerFrames.JSON.writeValueAsString(body);
        this.untilCursor = json.substring(0, json.length() - 1);
    }

    /** The frame for an event; empty if it concerns nobody. */
    public static Optional<LogFrame> of(Envelope envelope) {
        if (envelope.facets().audience() == Facets.Audience.NOBODY) {
            return Optional.empty();
        }
        return Optional.of(
                switch (envelope.event()) {
                    case AccountErased erased -> new LogFrame(Erased.of(envelope, erased));
                    case ReadCursorEvent event -> new LogFrame(Reached.of(envelope, event));
                    case ConversationEvent event -> happened(envelope, event);
                    case AccountEvent event -> happened(envelope, event);
                    case BlocksEvent event -> happened(envelope, event);
                    case AdmissionEvent event -> happened(envelope, event.asSent());
                    case ReportEvent event -> happened(envelope, event);
                    case FriendshipEvent event -> happened(envelope, event);
                    case MessageRequestsEvent event -> happened(envelope, event);
                    case PreferenceEvent event -> happened(envelope, event);
                    case UnknownEvent event -> happened(envelope, new RawValue(event.json()));
                });
    }

    private static LogFrame happened(Envelope envelope, Object data) {
        boolean counted = envelope.stream().category().equals(StreamId.CONVERSATION);
        return new LogFrame(counted ? EventFrame.of(envelope, data) : ElsewhereFrame.of(envelope, data));
    }

    /** @param cursor in base64url, which needs no escaping */
    public String with(String cursor) {
        return untilCursor + ",\"cursor\":\"" + cursor + "\"}";
    }

    /** The number of characters without the cursor. */
    public int length() {
        return untilCursor.length();
    }

    /** @param sequence which the client counts */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonTypeName("event")
    private record EventFrame(
            String conversation,
            long sequence,
            long position,
            Instant at,
            String name,

            @Schema(implementation = ConversationEvent.class)
            Object data) {

        static EventFrame of(Envelope envelope, Object data) {
            return new EventFrame(
                    envelope.stream().partitionKey(),
                    envelope.sequence(),
                    envelope.position(),
                    envelope.recorded(),
                    envelope.type().routed(),
                    data);
        }
    }

    /**
     * An event of a stream other than a conversation's.
     *
     * @param sequence of an account's event its position: what else happened in that stream, of which only its person is told, is not to be
     *     counted by others
     */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonTypeName("event")
    private record ElsewhereFrame(
            StreamId stream,
            long sequence,
            long position,
            Instant at,
            String name,

            @Schema(implementation = Personal.class) Object data) {

        static ElsewhereFrame of(Envelope envelope, Object data) {
            return new ElsewhereFrame(
                    envelope.stream(),
                    envelope.stream().category().equals(StreamId.ACCOUNT) ? envelope.position() : envelope.sequence(),
                    envelope.position(),
                    envelope.recorded(),
                    envelope.type().routed(),
                    data);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonTypeName("erased")
    private record Erased(UserId account, Instant at, long position) {

        static Erased of(Envelope envelope, AccountErased event) {
            return new Erased(event.account(), envelope.recorded(), envelope.position());
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonTypeName("receipt")
    private record Reached(
            ConversationId conversation, UserId member, String kind, long upTo, Instant at, long position) {

        static Reached of(Envelope envelope, ReadCursorEvent event) {
            String kind = switch (event) {
                case MessagesDelivered _ -> "delivered";
                case MessagesRead _ -> "read";
            };
            return new Reached(
                    event.conversation(), event.member(), kind, event.upTo(), envelope.recorded(), envelope.position());
        }
    }
}
