package chat.parley.views.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Tickets} does. */
abstract class TicketsContract {

    private static final TicketHolder HOLDER =
            new TicketHolder(new UserId(UUID.randomUUID()), new SessionId(UUID.randomUUID()), true);

    abstract Tickets tickets();

    abstract Tickets ticketsLasting(Duration lifetime);

    @Test
    void aTicketIsGoodOnce() {
        tickets().issue("a ticket", HOLDER);

        assertThat(tickets().redeem("a ticket")).contains(HOLDER);
        assertThat(tickets().redeem("a ticket")).isEmpty();
    }

    @Test
    void aTicketNeverIssuedIsNobodys() {
        assertThat(tickets().redeem("another ticket")).isEmpty();
    }

    @Test
    void aTicketExpires() {
        Tickets shortLived = ticketsLasting(Duration.ofMillis(1));
        shortLived.issue("a ticket", HOLDER);

        // Asking takes a ticket, so the condition waited for is a fresh one that was gone when asked for.
        await().until(() -> {
            Optional<TicketHolder> holder = shortLived.redeem("a ticket");
            shortLived.issue("a ticket", HOLDER);
            return holder.isEmpty();
        });
    }

    @Test
    void ofManyWhoBringTheSameTicketOneGetsIn() {
        tickets().issue("a ticket", HOLDER);

        try (ExecutorService guests = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Optional<TicketHolder>>> asked = IntStream.range(0, 20)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> tickets().redeem("a ticket"), guests))
                    .toList();
            assertThat(asked.stream().map(CompletableFuture::join).filter(Optional::isPresent))
                    .hasSize(1);
        }
    }
}
