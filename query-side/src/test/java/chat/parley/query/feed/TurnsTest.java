package chat.parley.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final int CLIENTS = 200;

    private final Turns turns = new Turns();
    private final AtomicInteger asking = new AtomicInteger();
    private final AtomicInteger mostAsking = new AtomicInteger();
    private final CountDownLatch answer = new CountDownLatch(1);

    private String answerWhenTold() {
        mostAsking.accumulateAndGet(asking.incrementAndGet(), Math::max);
        try {
            answer.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        asking.decrementAndGet();
        return "answer";
    }

    @Test
    void ofManyWhoComeBackAtOnceAFewAskAtATimeAndAllAreAnswered() throws Exception {
        List<Future<String>> answered = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                answered.add(clients.submit(() -> turns.ask(this::answerWhenTold)));
            }
            await().until(() -> asking.get() == Turns.AT_ONCE);
            answer.countDown();
        }

        for (Future<String> each : answered) {
            assertThat(each.get()).isEqualTo("answer");
        }
        assertThat(mostAsking).hasValue(Turns.AT_ONCE);
    }

    @Test
    void whoIsRefusedMakesRoomForTheNext() {
        for (int i = 0; i < 2 * Turns.AT_ONCE; i++) {
            assertThatThrownBy(() -> turns.ask(() -> {
                        throw new Refused(Reason.UNAVAILABLE);
                    }))
                    .isInstanceOf(Refused.class);
        }
    }
}
