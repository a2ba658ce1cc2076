package chat.parley.command.objects;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.infrastructure.Address;
import chat.parley.infrastructure.Component;
import chat.parley.log.LogHealth;
import chat.parley.testing.TestInfrastructure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** The store's clock is that of this machine; the service's is set otherwise. */
class StoreClockTest {

    private static final Address.ObjectStore STORE =
            TestInfrastructure.with(Component.OBJECT_STORE).addresses().objectStore();

    private static ObjectStore store(URI endpoint, String secret) {
        ObjectStoreSettings settings = new ObjectStoreSettings(
                endpoint,
                STORE.accessKey(),
                secret,
                "clock-" + UUID.randomUUID(),
                "us-east-1",
                null,
                null,
                Duration.ofMinutes(15));
        return new S3ObjectStore(
                ObjectStoreConfiguration.client(settings), ObjectStoreConfiguration.signer(settings), settings);
    }

    private static StoreClockMonitor monitor(ObjectStore objects, Duration serviceIsAhead) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("clock", Clock.offset(Clock.system(ZoneOffset.UTC), serviceIsAhead));
        return new StoreClockMonitor(objects, beans.getBeanProvider(Clock.class));
    }

    private static Health lookedAt(StoreClockMonitor monitor) {
        monitor.look();
        return monitor.health();
    }

    @Test
    void clocksThatSayTheSameAreWell() {
        Health health = lookedAt(monitor(store(STORE.endpoint(), STORE.secretKey()), Duration.ZERO));
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsEntry("secondsAhead", 0L);
    }

    @ParameterizedTest
    @ValueSource(ints = {-20, -2, 2, 20})
    void clocksThatAreMinutesApartAreToldInHealthAndMetrics(int minutes) {
        StoreClockMonitor monitor = monitor(store(STORE.endpoint(), STORE.secretKey()), Duration.ofMinutes(minutes));
        Health health = lookedAt(monitor);
        assertThat(health.getStatus()).isEqualTo(LogHealth.DEGRADED);
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        monitor.bindTo(metrics);
        assertThat(metrics.get("parley.objects.clock.ahead").gauge().value())
                .isBetween(-minutes * 60 - 5.0, -minutes * 60 + 5.0);
    }

    @Test
    void aRefusalSaysTheTimeToo() {
        assertThat(lookedAt(monitor(store(STORE.endpoint(), "another secret"), Duration.ofMinutes(9)))
                        .getStatus())
                .isEqualTo(LogHealth.DEGRADED);
    }

    @Test
    void whatCannotBeAskedSaysNothing() {
        ObjectStore away = store(URI.create("http://127.0.0.1:9"), STORE.secretKey());
        assertThat(lookedAt(monitor(away, Duration.ofMinutes(9))).getStatus()).isEqualTo(Status.UP);
        assertThat(lookedAt(monitor(new NoObjectStore(), Duration.ofMinutes(9))).getStatus())
                .isEqualTo(Status.UP);
    }
}
