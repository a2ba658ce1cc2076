package chat.parley.gateway.frames;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.AccountErased;
import chat.parley.events.ConversationId;
import chat.parley.events.Envelope;
import chat.parley.events.EventId;
import chat.parley.events.EventName;
import chat.parley.events.Facets;
import chat.parley.events.LegalHoldPlaced;
import chat.parley.events.LogId;
import chat.parley.events.MessageContent;
import chat.parley.events.MessageId;
import chat.parley.events.MessageSent;
import chat.parley.events.MessagesRead;
import chat.parley.events.ParleyEvent;
import chat.parley.events.StreamId;
import chat.parley.events.UnknownEvent;
import chat.parley.events.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LogFrameTest {

    private static final UserId ALICE = UserId.of("0190a5c0-0000-7000-8000-00000000000a");
    private static final ConversationId CONVERSATION = ConversationId.of("0190a5c0-0000-8000-8000-000000000001");

    @Test
    void anEventFrameSaysWhatHappenedWhereAndWhen() {
        MessageId message = MessageId.of("0190a5c0-0000-7000-8000-000000000002");
        MessageSent sent = new MessageSent(CONVERSATION, 4, ALICE, message, new MessageContent("hi \"you\""));
        assertThat(write(sent)).isEqualTo("""
                {"type":"event","conversation":"0190a5c0-0000-8000-8000-000000000001","sequence":5,"position":77,\
                "at":"2026-01-02T03:04:05.000006Z","name":"conversation.message-sent.v1",\
                "data":{"conversation":"0190a5c0-0000-8000-8000-000000000001","number":4,\
                "author":"0190a5c0-0000-7000-8000-00000000000a","message":"0190a5c0-0000-7000-8000-000000000002",\
                "content":{"text":"hi \\"you\\""}},"cursor":"abc"}""");
    }

    @Test
    void aReceiptFrameIsAWatermark() {
        assertThat(write(new MessagesRead(CONVERSATION, ALICE, 4, true))).isEqualTo("""
                {"type":"receipt","conversation":"0190a5c0-0000-8000-8000-000000000001",\
                "member":"0190a5c0-0000-7000-8000-00000000000a","kind":"read","upTo":4,\
                "at":"2026-01-02T03:04:05.000006Z","position":77,"cursor":"abc"}""");
    }

    @Test
    void anErasedFrameSaysWhoIsGone() {
        assertThat(write(new AccountErased(ALICE))).isEqualTo("""
                {"type":"erased","account":"0190a5c0-0000-7000-8000-00000000000a",\
                "at":"2026-01-02T03:04:05.000006Z","position":77,"cursor":"abc"}""");
    }

    @Test
    void anEventNobodyIsToldOfHasNoFrame() {
        assertThat(LogFrame.of(envelope(new LegalHoldPlaced(ALICE)))).isEmpty();
        assertThat(LogFrame.of(envelope(unknown(StreamId.conversation(CONVERSATION), Facets.NONE))))
                .isEmpty();
    }

    @Test
    void anEventOfATypeToComeIsToldAsItWasWritten() {
        StreamId stream = StreamId.conversation(CONVERSATION);
        assertThat(write(unknown(stream, Facets.ofUnknown(stream)))).isEqualTo("""
                {"type":"event","conversation":"0190a5c0-0000-8000-8000-000000000001","sequence":5,"position":77,\
                "at":"2026-01-02T03:04:05.000006Z","name":"conversation.future.v3","data":{"a":[1]},"cursor":"abc"}""");
    }

    @Test
    void whatHappenedElsewhereNamesItsStream() {
        Facets personal =
                new Facets(Facets.Audience.PEOPLE, List.of(ALICE), null, List.of(), List.of(), List.of(), false);
        assertThat(write(unknown(StreamId.account(ALICE), personal))).isEqualTo("""
                {"type":"event","stream":"account/0190a5c0-0000-7000-8000-00000000000a","sequence":77,"position":77,\
                "at":"2026-01-02T03:04:05.000006Z","name":"conversation.future.v3","data":{"a":[1]},"cursor":"abc"}""");
    }

    private static UnknownEvent unknown(StreamId stream, Facets facets) {
        return new UnknownEvent(stream, new EventName("parley.conversation.future", 3), "{\"a\":[1]}", facets);
    }

    private static String write(ParleyEvent event) {
        return LogFrame.of(envelope(event)).orElseThrow().with("abc");
    }

    private static Envelope envelope(ParleyEvent event) {
        return new Envelope(
                new EventId(new UUID(1, 1)),
                new LogId(new UUID(2, 2)),
                event.stream(),
                Instant.parse("2026-01-02T03:04:05.000006Z"),
                77,
                5,
                event);
    }
}
