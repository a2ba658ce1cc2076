package chat.parley.log.read;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.Examples;
import chat.parley.log.LogContext;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PeerEventsTest {

    @Test
    void aChangedProfileAndAnErasureAreFoundByThoseWhoShareAConversationWithThatPerson() {
        LogContext.runner().run(context -> {
            Examples two = Examples.ofTwo();
            Examples others = Examples.ofTwo();
            EventLog log = context.getBean(EventLog.class);
            PeerEvents peers = context.getBean(PeerEvents.class);
            String username = "alice_" + UUID.randomUUID().toString().substring(0, 8);
            log.append(List.of(two.registered(username)));
            log.append(List.of(two.started()));
            log.append(List.of(others.started()));
            assertThat(peers.of(two.bob(), 0, Long.MAX_VALUE)).isEmpty();

            long changed =
                    log.append(List.of(two.renamed(1, username))).getFirst().position();
            long position = log.append(List.of(two.erased(2))).getFirst().position();

            assertThat(peers.of(two.bob(), 0, Long.MAX_VALUE)).containsExactly(changed, position);
            assertThat(peers.of(two.bob(), position - 1, position)).containsExactly(position);
            assertThat(peers.of(two.bob(), position, Long.MAX_VALUE)).isEmpty();
            assertThat(peers.of(two.bob(), 0, changed - 1)).isEmpty();
            for (UserId stranger : List.of(two.alice(), others.alice())) {
                assertThat(peers.of(stranger, 0, Long.MAX_VALUE)).isEmpty();
            }
        });
    }
}
