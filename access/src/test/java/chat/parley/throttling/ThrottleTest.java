package chat.parley.throttling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chat.parley.infrastructure.Component;
import chat.parley.infrastructure.EmbeddedInfrastructure;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.security.RecordedSecurityEvents;
import chat.parley.testing.TestInfrastructure;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

class ThrottleTest {

    private static final EmbeddedInfrastructure INFRASTRUCTURE = TestInfrastructure.with(Component.REDIS);
    private static final LettuceConnectionFactory REDIS = redis();
    private static final Throttle.SharedBuckets NONE = (_, _, _) -> {
        throw new IllegalStateException("there is no Redis here");
    };

    private long now;
    private final TimeMeter clock = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return now;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final String someone = UUID.randomUUID().toString();

    private static LettuceConnectionFactory redis() {
        URI address = INFRASTRUCTURE.addresses().redis().uri();
        RedisStandaloneConfiguration where = new RedisStandaloneConfiguration(address.getHost(), address.getPort());
        where.setPassword(address.getUserInfo().substring(1));
        LettuceConnectionFactory factory = new LettuceConnectionFactory(where);
        factory.afterPropertiesSet();
        factory.start();
        return factory;
    }

    @AfterAll
    static void disconnect() {
        REDIS.destroy();
    }

    private Throttle local(Limit limit, String rates) {
        return new Throttle(
                new ThrottlingSettings(Map.of(limit, Rates.valueOf(rates))),
                NONE,
                clock,
                meters,
                RecordedSecurityEvents.none());
    }

    private Throttle overRedis(String registrations) {
        return new Throttle(
                new ThrottlingSettings(Map.of(Limit.REGISTER_ADDRESS, Rates.valueOf(registrations))),
                new RedisBuckets(REDIS),
                TimeMeter.SYSTEM_NANOTIME,
                meters,
                RecordedSecurityEvents.none());
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void allProcessesCountTogetherEachSubjectForItself() {
        Throttle one = overRedis("3/1h");
        Throttle other = overRedis("3/1h");
        assertThat(one.take(Limit.REGISTER_ADDRESS, someone).remaining()).isEqualTo(2);
        assertThat(other.take(Limit.REGISTER_ADDRESS, someone).remaining()).isEqualTo(1);
        assertThat(one.take(Limit.REGISTER_ADDRESS, someone).permitted()).isTrue();
        Taken fourth = other.take(Limit.REGISTER_ADDRESS, someone);
        assertThat(fourth.permitted()).isFalse();
        assertThat(fourth.untilNext()).isBetween(Duration.ofMinutes(19), Duration.ofMinutes(20));
        assertThatThrownBy(fourth::orRefuse).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.SLOW_DOWN);
            assertThat(refused.retryAfter()).isEqualTo(fourth.untilNext());
        });
        assertThat(one.take(Limit.REGISTER_ADDRESS, "another " + someone).permitted())
                .isTrue();
        assertThat(meters.counter("parley.throttled", "limit", "register-address")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void redisHoldsNobodysNameAndForgets() {
        overRedis("3/5s").take(Limit.REGISTER_ADDRESS, "alice 192.0.2.7 " + someone);
        StringRedisTemplate redis = new StringRedisTemplate(REDIS);
        Set<String> keys = redis.keys("parley:limit:register-address:*");
        assertThat(keys)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key).matches("parley:limit:register-address:[0-9a-f]{32}"));
        assertThat(keys).allSatisfy(key -> assertThat(redis.getExpire(key)).isPositive());
    }

    @Test
    void whileRedisIsAwayEachProcessCountsForItselfAndNobodyWaits() throws Exception {
        Throttle throttle = overRedis("3/1h");
        throttle.take(Limit.REGISTER_ADDRESS, someone);
        INFRASTRUCTURE.kill(Component.REDIS);
        try {
            long begun = System.nanoTime();
            for (int taken = 0; taken < 3; taken++) {
                assertThat(throttle.take(Limit.REGISTER_ADDRESS, someone).permitted())
                        .isTrue();
            }
            assertThat(throttle.take(Limit.REGISTER_ADDRESS, someone).permitted())
                    .isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        } finally {
            INFRASTRUCTURE.restart(Component.REDIS);
        }
        Throttle other = overRedis("1/1h");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            String fresh = UUID.randomUUID().toString();
            overRedis("1/1h").take(Limit.REGISTER_ADDRESS, fresh);
            assertThat(other.take(Limit.REGISTER_ADDRESS, fresh).permitted()).isFalse();
        });
    }

    @Test
    void whoGoesOnGuessingWaitsLongerAndNeverLongerThanHalfAMinute() {
        Throttle throttle =
                new Throttle(new ThrottlingSettings(Map.of()), NONE, clock, meters, RecordedSecurityEvents.none());
        for (int taken = 0; taken < 5; taken++) {
            assertThat(throttle.take(Limit.SIGN_IN_TRIES, someone).permitted()).isTrue();
        }
        Taken sixth = throttle.take(Limit.SIGN_IN_TRIES, someone);
        assertThat(sixth.permitted()).isFalse();
        assertThat(sixth.untilNext()).isEqualTo(Duration.ofSeconds(3));
        Duration longest = Duration.ZERO;
        for (int taken = 5; taken < 60; taken++) {
            Taken refused = throttle.take(Limit.SIGN_IN_TRIES, someone);
            longest = refused.untilNext().compareTo(longest) > 0 ? refused.untilNext() : longest;
            pass(refused.untilNext());
            assertThat(throttle.take(Limit.SIGN_IN_TRIES, someone).permitted()).isTrue();
        }
        assertThat(longest).isEqualTo(Duration.ofSeconds(30));
        throttle.forget(Limit.SIGN_IN_TRIES, someone);
        assertThat(throttle.take(Limit.SIGN_IN_TRIES, someone).remaining()).isEqualTo(4);
    }

    @Test
    void messagesAreCountedWithoutRedis() {
        Throttle.SharedBuckets unasked = (_, _, _) -> {
            throw new AssertionError("asked Redis for a message");
        };
        Throttle throttle =
                new Throttle(new ThrottlingSettings(Map.of()), unasked, clock, meters, RecordedSecurityEvents.none());
        for (Limit limit : new Limit[] {Limit.MESSAGES_ACCOUNT, Limit.MARKS_ACCOUNT, Limit.RESUME_ACCOUNT}) {
            assertThat(throttle.take(limit, someone).permitted()).isTrue();
        }
    }

    @Test
    void oneCountCanBeTakenBack() {
        Throttle throttle = local(Limit.SIGN_IN_ACCOUNT, "1/1h");
        assertThat(throttle.take(Limit.SIGN_IN_ACCOUNT, someone).permitted()).isTrue();
        throttle.giveBack(Limit.SIGN_IN_ACCOUNT, someone);
        assertThat(throttle.take(Limit.SIGN_IN_ACCOUNT, someone).permitted()).isTrue();
        assertThat(throttle.take(Limit.SIGN_IN_ACCOUNT, someone).permitted()).isFalse();
    }

    @Test
    void theHeadersSayTheRatesWhatIsLeftAndForHowLong() {
        Throttle throttle = local(Limit.SIGN_IN_TRIES, "2/15s, 20/10m");
        Taken first = throttle.take(Limit.SIGN_IN_TRIES, someone);
        assertThat(first.policy()).isEqualTo("\"sign-in-tries\";q=2;w=15, \"sign-in-tries\";q=20;w=600");
        assertThat(first.state()).isEqualTo("\"sign-in-tries\";r=1;t=0");
        throttle.take(Limit.SIGN_IN_TRIES, someone);
        assertThat(throttle.take(Limit.SIGN_IN_TRIES, someone).state()).isEqualTo("\"sign-in-tries\";r=0;t=8");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "::ffff:192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
        "2001:db8:1:2:ffff::1, 20010db800010002/64",
        "2001:db8:1:3::1, 20010db800010003/64",
        "unknown, unknown"
    })
    void ofAnIpv6AddressTheNetworkCounts(String address, String counted) {
        assertThat(ClientAddress.counted(address)).isEqualTo(counted);
    }

    @ParameterizedTest
    @CsvSource({"0/1m", "5", "5/0s", "x/1m", "5/x"})
    void whatIsNoRateIsRefused(String text) {
        assertThatThrownBy(() -> Rates.valueOf(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
