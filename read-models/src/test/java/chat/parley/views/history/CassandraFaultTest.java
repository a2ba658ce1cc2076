package chat.parley.views.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.infrastructure.Component;
import chat.parley.infrastructure.EmbeddedInfrastructure;
import chat.parley.testing.TestInfrastructure;
import chat.parley.views.ViewUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class CassandraFaultTest {

    private final HistoryStores stores = CassandraStores.STORES;
    private final Talk talk = Talk.any();

    @Test
    void whileCassandraIsAwayTheViewIsUnavailableAndOnceItIsBackTheViewWorksAndWhoStartsHasWaited() throws Exception {
        EmbeddedInfrastructure infrastructure = TestInfrastructure.with(Component.CASSANDRA);
        List<HistoryChange> changes = List.of(talk.started(1), talk.wrote(2, talk.alice(), 1, "hello"));
        stores.writer().write(changes);
        Map<String, Object> address = CassandraStores.address();
        CompletableFuture<AnnotationConfigApplicationContext> starting;
        infrastructure.kill(Component.CASSANDRA);
        try {
            assertThatThrownBy(() -> stores.writer().write(changes)).isInstanceOf(ViewUnavailable.class);
            assertThatThrownBy(() -> stores.checkpoints().advance(0, 1)).isInstanceOf(ViewUnavailable.class);
            assertThatThrownBy(() -> stores.heads().of(List.of(talk.id()))).isInstanceOf(ViewUnavailable.class);
            assertThatThrownBy(() -> stores.messages().after(talk.id(), 0, 1)).isInstanceOf(ViewUnavailable.class);
            starting = CompletableFuture.supplyAsync(() -> CassandraStores.over(address));
        } finally {
            infrastructure.restart(Component.CASSANDRA);
        }
        try (AnnotationConfigApplicationContext started = starting.join()) {
            started.getBean(HistoryWriter.class).write(changes);
            assertThat(started.getBean(Messages.class).after(talk.id(), 0, 1)).hasSize(1);
        }
        Awaitility.await().atMost(Duration.ofMinutes(1)).ignoreExceptions().untilAsserted(() -> {
            stores.writer().write(changes);
            assertThat(stores.messages().after(talk.id(), 0, 1)).hasSize(1);
        });
    }
}
