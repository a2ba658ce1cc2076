package chat.parley.command.erasure.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.events.UserId;
import chat.parley.log.erasure.Erasure;
import chat.parley.log.erasure.ErasureId;
import chat.parley.log.erasure.Erasures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ObjectEraserTest {

    private static final UserId ALICE = new UserId(new UUID(0, 0xA));
    private static final UserId BOB = new UserId(new UUID(0, 0xB));

    private final Waiting waiting = new Waiting();
    private final Queue<UserId> deleted = new ConcurrentLinkedQueue<>();
    private final AtomicInteger late = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final ObjectEraser worker = new ObjectEraser(waiting, this::delete);

    private boolean delete(UserId account) {
        if (account.equals(ALICE) && failures.getAndDecrement() > 0) {
            throw new IllegalStateException("away");
        }
        deleted.add(account);
        return !account.equals(BOB) || late.getAndDecrement() <= 0;
    }

    @AfterEach
    void stop() {
        worker.stop();
    }

    @Test
    void whatWaitedWhileNobodyRanIsDeletedAtTheStart() {
        waiting.accounts.addAll(List.of(ALICE, BOB));
        worker.start();
        await().until(waiting.accounts::isEmpty);
        assertThat(deleted).containsExactlyInAnyOrder(ALICE, BOB);
    }

    @Test
    void whatIsNewIsDeletedOnceWoken() {
        worker.start();
        await().until(() -> waiting.reads.get() > 0);
        waiting.accounts.add(ALICE);
        worker.wake();
        await().until(waiting.accounts::isEmpty);
    }

    @Test
    void whatCannotBeDeletedIsTriedAgainAndKeepsNobodyElseWaiting() {
        failures.set(2);
        waiting.accounts.addAll(List.of(ALICE, BOB));
        worker.start();
        await().untilAsserted(() -> assertThat(waiting.accounts).containsExactly(ALICE));
        await().until(waiting.accounts::isEmpty);
        assertThat(deleted).containsExactly(BOB, ALICE);
    }

    @Test
    void whileSomethingCanStillBePutItIsDeletedAgain() {
        late.set(1);
        waiting.accounts.add(BOB);
        worker.start();
        await().until(waiting.accounts::isEmpty);
        assertThat(deleted).containsExactly(BOB, BOB);
    }

    /** The table of erasures, as far as the worker knows it. */
    private static final class Waiting implements Erasures {

        final Queue<UserId> accounts = new ConcurrentLinkedQueue<>();
        final AtomicInteger reads = new AtomicInteger();

        @Override
        public List<Erasure> waitingFor(String part, int limit) {
            reads.incrementAndGet();
            assertThat(part).isEqualTo("objects");
            return accounts.stream()
                    .map(account -> new Erasure(new ErasureId(account.value()), account, Instant.EPOCH, 1, List.of()))
                    .toList();
        }

        @Override
        public void forgotten(UserId account, String part) {
            accounts.remove(account);
        }

        @Override
        public void begin(UserId account, ErasureId id, Set<String> parts) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Erasure> find(ErasureId erasure) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Erasure> of(UserId account) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<UserId> accountsErasedSince(Instant requested) {
            throw new UnsupportedOperationException();
        }
    }
}
