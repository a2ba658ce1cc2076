package chat.parley.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.MessageBuilder;

class AcknowledgementsTest {

    private static final int AT_MOST = 1_000;

    private final List<Long> sent = new CopyOnWriteArrayList<>();
    private final Acknowledgements acknowledgements = new Acknowledgements(sent::add, AT_MOST);

    @Test
    void whatWasHandledIsAcknowledgedSoonAndTogether() {
        for (long tag = 1; tag <= 500; tag++) {
            handled(tag, tag);
        }
        await().untilAsserted(() -> assertThat(sent).endsWith(500L));
        assertThat(sent).hasSizeLessThan(50);
        handled(501, 501);
        await().untilAsserted(() -> assertThat(sent).endsWith(501L));
    }

    @Test
    void manyDoNotWait() {
        handled(1, AT_MOST);
        assertThat(sent).containsExactly((long) AT_MOST);
    }

    private void handled(long firstTag, long lastTag) {
        acknowledgements.handled(LongStream.rangeClosed(firstTag, lastTag)
                .mapToObj(tag ->
                        MessageBuilder.withBody(new byte[0]).setDeliveryTag(tag).build())
                .toList());
    }
}
