package chat.parley.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Envelope;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AcknowledgementsTest {

    private static final int AT_MOST = 10;

    private final List<Object> sent = new ArrayList<>();
    private long now;
    private final Acknowledgements acknowledgements = new Acknowledgements(channel(), AT_MOST, () -> now);

    @Test
    void whatComesAfterAQuietTimeIsAcknowledgedAtOnce() throws IOException {
        handled(1, 1);
        assertThat(sent).containsExactly(1L);
        assertThat(acknowledgements.areDue()).isFalse();
    }

    @Test
    void whatFollowsSoonIsAcknowledgedTogether() throws IOException {
        handled(1, 1);
        handled(2, 3);
        handled(4, 4);
        assertThat(sent).containsExactly(1L);
        assertThat(acknowledgements.areDue()).isTrue();
        now += Acknowledgements.EVERY.toNanos();
        handled(5, 5);
        assertThat(sent).containsExactly(1L, 5L);
    }

    @Test
    void manyDoNotWait() throws IOException {
        handled(1, 1);
        handled(2, 1 + AT_MOST);
        assertThat(sent).containsExactly(1L, 1L + AT_MOST);
    }

    @Test
    void whenNothingFollowsWhatWasLeftIsAcknowledged() throws IOException {
        handled(1, 1);
        handled(2, 2);
        acknowledgements.send();
        acknowledgements.send();
        assertThat(sent).containsExactly(1L, 2L);
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
