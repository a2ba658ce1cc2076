package chat.parley.log.row;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.MessageSent;
import chat.parley.log.EventLog;
import chat.parley.log.Examples;
import chat.parley.log.LogContext;
import chat.parley.log.NewEvent;
import chat.parley.log.StoredEvent;
import chat.parley.log.content.DataKeys;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Copies of rows open as the log wrote them, and not otherwise. */
class SealedRowsTest {

    private final Examples two = Examples.ofTwo();

    private static byte[] copyOf(ApplicationContext service, NewEvent event) {
        StoredEvent stored =
                service.getBean(EventLog.class).append(List.of(event)).getFirst();
        return Base64.getDecoder()
                .decode(service.getBean(SealedRows.class).write(stored).orElseThrow());
    }

    private static Optional<SealedRows.Opened> opened(ApplicationContext service, byte[] copy) {
        return service.getBean(SealedRows.class).open(List.of(copy)).getFirst();
    }

    @Test
    void aCopyOpensAsTheEventThatWasRecordedAndSaysNothingItself() {
        LogContext.runner().run(service -> {
            NewEvent fresh = two.sent(0, "between us");
            byte[] copy = copyOf(service, fresh);
            assertThat(new String(copy, StandardCharsets.ISO_8859_1)).doesNotContain("between");
            assertThat(opened(service, copy)).contains(new SealedRows.Opened(0, fresh.event()));
            StoredEvent read = service.getBean(EventLog.class)
                    .readStream(fresh.event().stream(), 0, 1)
                    .getFirst();
            assertThat(service.getBean(SealedRows.class).write(read))
                    .as("the same from the table as from memory")
                    .contains(Base64.getEncoder().encodeToString(copy));
        });
    }

    @Test
    void noBitOfACopyCanBeChanged() {
        LogContext.runner().run(service -> {
            byte[] copy = copyOf(service, two.sent(0, "one euro"));
            for (int bit = 0; bit < copy.length * 8; bit += 37) {
                byte[] altered = copy.clone();
                altered[bit / 8] ^= (byte) (1 << bit % 8);
                assertThat(opened(service, altered)).as("bit %d", bit).isEmpty();
            }
            assertThat(opened(service, new byte[0])).isEmpty();
            assertThat(opened(
                            service, "rubbish, but longer than the seal that ends it".getBytes(StandardCharsets.UTF_8)))
                    .isEmpty();
        });
    }

    @Test
    void aDestroyedKeyForgetsInEveryCopyAndTheRestOfTheRowStaysProven() {
        LogContext.runner().run(service -> {
            byte[] copy = copyOf(service, two.sent(0, "soon gone"));
            new TransactionTemplate(service.getBean(PlatformTransactionManager.class))
                    .executeWithoutResult(_ -> service.getBean(DataKeys.class).destroy(two.alice()));
            assertThat(opened(service, copy).orElseThrow().event()).isInstanceOfSatisfying(MessageSent.class, sent -> {
                assertThat(sent.content()).isNull();
                assertThat(sent.author()).isEqualTo(two.alice());
            });
        });
    }

    @Test
    void aRowWithoutContentIsProvenToo() {
        LogContext.runner().run(service -> {
            NewEvent started = two.started();
            byte[] copy = copyOf(service, started);
            assertThat(opened(service, copy)).contains(new SealedRows.Opened(0, started.event()));
        });
    }
}
