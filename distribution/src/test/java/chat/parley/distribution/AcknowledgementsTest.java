package chat.parley.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Envelope;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AcknowledgementsTest {

    private static final int AT_MOST = 1_000;

    private final List<Object> sent = new CopyOnWriteArrayList<>();
    private final Acknowledgements acknowledgements = new Acknowledgements(channel(), AT_MOST);

    @Test
    void whatWasHandledIsAcknowledgedSoonAndTogether() throws IOException {
        for (long tag = 1; tag <= 500; tag++) {
            handled(tag, tag);
        }
        await().untilAsserted(() -> assertThat(sent).endsWith(500L));
        assertThat(sent).hasSizeLessThan(50);
        handled(501, 501);
        await().untilAsserted(() -> assertThat(sent).endsWith(501L));
    }

    @Test
    void manyDoNotWait() throws IOException {
        handled(1, AT_MOST);
        assertThat(sent).containsExactly((long) AT_MOST);
    }

    private void handled(long firstTag, long lastTag) throws IOException {
        acknowledgements.handled(LongStream.rangeClosed(firstTag, lastTag)
                .mapToObj(
                        tag -> new Delivery(new Envelope(tag, false, "", ""), new AMQP.BasicProperties(), new byte[0]))
                .toList());
    }

    /** Remembers up to which tag it was told. */
    private Channel channel() {
        return (Channel) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Channel.class}, (_, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("basicAck");
                    assertThat(arguments[1]).isEqualTo(true);
                    return sent.add(arguments[0]);
                });
    }
}
