package chat.parley.log.guard;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.AccountErased;
import chat.parley.events.AccountRegistered;
import chat.parley.events.EventId;
import chat.parley.events.LegalHoldLifted;
import chat.parley.events.LegalHoldPlaced;
import chat.parley.events.ParleyEvent;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.LogContext;
import chat.parley.log.Metadata;
import chat.parley.log.NewEvent;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PersonalStreamsTest {

    private final UserId alice = new UserId(UUID.randomUUID());
    private final UserId bob = new UserId(UUID.randomUUID());

    @Test
    void aStreamIsSomeonesFromItsFirstEventThatNamesThemUntilTheyAreErased() {
        LogContext.runner().run(context -> {
            EventLog log = context.getBean(EventLog.class);
            PersonalStreams streams = context.getBean(PersonalStreams.class);
            assertThat(streams.streamsOf(alice)).isEmpty();
            record(log, 0, new AccountRegistered(alice, null));
            record(log, 1, new LegalHoldPlaced(alice));
            record(log, 2, new LegalHoldLifted(alice));
            record(log, 0, new LegalHoldPlaced(bob));
            assertThat(streams.streamsOf(alice)).containsExactly(StreamId.account(alice));
            assertThat(streams.streamsOf(bob)).isEmpty();
            record(log, 3, new AccountErased(alice));
            assertThat(streams.streamsOf(alice)).isEmpty();
        });
    }

    private void record(EventLog log, long sequence, ParleyEvent event) {
        Metadata metadata = new Metadata(alice, null, UUID.randomUUID(), null);
        log.append(List.of(new NewEvent(new EventId(UUID.randomUUID()), sequence, event, null, metadata)));
    }
}
