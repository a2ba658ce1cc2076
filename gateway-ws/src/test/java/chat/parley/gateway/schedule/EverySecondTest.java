package chat.parley.gateway.schedule;

import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EverySecondTest {

    private final AtomicInteger runs = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneFailureOfWhateverKindDoesNotEndIt(boolean error) {
        Runnable task = () -> {
            if (runs.incrementAndGet() == 1) {
                if (error) {
                    throw new StackOverflowError();
                }
                throw new IllegalStateException("only once");
            }
        };
        try (EverySecond _ = EverySecond.run("test", task)) {
            await().until(() -> runs.get() > 1);
        }
    }
}
