package chat.parley.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.infrastructure.testing.TestInfrastructure;
import org.junit.jupiter.api.Test;

class TestInfrastructureTest {

    @Test
    void partsAnswerAtTheAddressesTold() throws Exception {
        Addresses addresses = TestInfrastructure.with(Part.POSTGRESQL, Part.REDIS, Part.CASSANDRA, Part.RABBITMQ)
                .addresses();

        assertThat(Answers.sql(addresses.postgresql(), "select 'here'")).isEqualTo("here");
        assertThat(Answers.redis(addresses.redis(), "PING")).isEqualTo("+PONG");
        assertThat(Answers.cql(addresses.cassandra(), "select cluster_name from system.local"))
                .contains("parley");
        boolean open = Answers.amqp(
                addresses.rabbitmq(),
                channel -> channel.queueDeclare().getQueue().startsWith("amq.gen"));
        assertThat(open).isTrue();
    }

    @Test
    void aPartAskedForTwiceIsStartedOnce() {
        Address.Redis first = TestInfrastructure.with(Part.REDIS).addresses().redis();

        assertThat(TestInfrastructure.with(Part.REDIS).addresses().redis()).isEqualTo(first);
    }
}
