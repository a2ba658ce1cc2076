package chat.parley.gateway.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetryingWorkTest {

    private static final String BROKEN = "broken";

    private final List<String> done = new CopyOnWriteArrayList<>();
    private final Semaphore turns = new Semaphore(0);
    private volatile boolean away;
    private final RetryingWork<String> retried = new RetryingWork<>("test", 2, this::work);

    private void work(String key) {
        turns.acquireUninterruptibly();
        if (away) {
            throw new Refused(Reason.UNAVAILABLE);
        }
        if (key.equals(BROKEN)) {
            throw new StackOverflowError();
        }
        done.add(key);
    }

    @AfterEach
    void stop() {
        retried.close();
        turns.release(10_000);
    }

    @Test
    void whatIsAddedWhileAServiceIsAwayIsDoneWhenItIsBack() {
        away = true;
        turns.release(10_000);
        for (int i = 0; i < 50; i++) {
            retried.add("alice");
            retried.add("bob");
        }
        assertThat(retried.isDone()).isFalse();
        away = false;
        await().until(retried::isDone);
        assertThat(done).contains("alice", "bob");
    }

    @Test
    void aKeyThatWaitsIsNotAddedAgain() {
        retried.add("one");
        retried.add("two");
        await().until(() -> turns.getQueueLength() == 2);
        for (int i = 0; i < 1_000; i++) {
            retried.add("three");
        }
        turns.release(10_000);
        await().until(retried::isDone);
        assertThat(done).containsExactlyInAnyOrder("one", "two", "three");
    }

    @Test
    void whatCannotBeDoneAtAllKeepsNothingElseWaiting() {
        turns.release(10_000);
        retried.add(BROKEN);
        retried.add("alice");
        await().until(retried::isDone);
        assertThat(done).containsExactly("alice");
    }
}
