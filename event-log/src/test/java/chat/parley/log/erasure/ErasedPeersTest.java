package chat.parley.log.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.Examples;
import chat.parley.log.LogContext;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ErasedPeersTest {

    @Test
    void anErasedPersonIsFoundByThoseWhoShareAConversationWithThem() {
        LogContext.runner().run(context -> {
            Examples two = Examples.ofTwo();
            Examples others = Examples.ofTwo();
            EventLog log = context.getBean(EventLog.class);
            ErasedPeers erased = context.getBean(ErasedPeers.class);
            String username = "alice_" + UUID.randomUUID().toString().substring(0, 8);
            log.append(List.of(two.registered(username)));
            log.append(List.of(two.started()));
            log.append(List.of(others.started()));
            assertThat(erased.peersOf(two.bob(), 0, Long.MAX_VALUE)).isEmpty();

            long position = new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).execute(_ -> {
                context.getBean(Erasures.class).begin(two.alice(), new ErasureId(UUID.randomUUID()), Set.of("objects"));
                return log.append(List.of(two.erased(1))).getFirst().position();
            });

            assertThat(erased.peersOf(two.bob(), 0, Long.MAX_VALUE)).containsExactly(position);
            assertThat(erased.peersOf(two.bob(), position - 1, position)).containsExactly(position);
            assertThat(erased.peersOf(two.bob(), position, Long.MAX_VALUE)).isEmpty();
            assertThat(erased.peersOf(two.bob(), 0, position - 1)).isEmpty();
            for (UserId stranger : List.of(two.alice(), others.alice())) {
                assertThat(erased.peersOf(stranger, 0, Long.MAX_VALUE)).isEmpty();
            }
        });
    }
}
