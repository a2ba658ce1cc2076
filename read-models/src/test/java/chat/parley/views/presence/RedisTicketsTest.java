package chat.parley.views.presence;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisTicketsTest extends TicketsContract {

    private final RedisStores stores = RedisStores.empty(RedisStores.LONG);

    @AfterEach
    void disconnect() {
        stores.close();
    }

    @Override
    Tickets tickets() {
        return stores.tickets();
    }

    @Override
    Tickets ticketsLasting(Duration lifetime) {
        return new RedisTickets(stores.redis(), lifetime);
    }

    @Test
    void theTicketItselfIsNotKeptAndExpiresWithinThirtySeconds() {
        tickets()
                .issue(
                        "a ticket",
                        new TicketHolder(new UserId(UUID.randomUUID()), new SessionId(UUID.randomUUID()), false));

        Set<String> keys = stores.keys();
        assertThat(keys).singleElement().asString().doesNotContain("a ticket");
        assertThat(stores.millisLeft(keys.iterator().next())).isBetween(1L, 30_000L);
    }
}
