package chat.parley.throttling;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * Buckets in the Redis that Spring Boot is configured for, on a connection of bucket4j's own; made when first needed, so that Redis may be
 * away at the start. A key holds a digest of whom it is about and expires when the bucket is full again.
 */
final class RedisBuckets implements Throttle.SharedBuckets, DisposableBean {

    private static final String PREFIX = "parley:limit:";
    private static final int DIGEST_BYTES = 16;
    private static final Duration ANSWER_WITHIN = Duration.ofMillis(500);
    private static final Duration KEPT_FULL = Duration.ofSeconds(10);

    private final LettuceConnectionFactory redis;
    private @Nullable ProxyManager<String> buckets;
    private AutoCloseable connection = () -> {};

    RedisBuckets(LettuceConnectionFactory redis) {
        this.redis = redis;
    }

    /** The rates are part of the key: other settings begin with other buckets. */
    @Override
    public Bucket bucket(Limit limit, String subject, Rates rates) {
        String key = PREFIX + limit.label() + ":" + digest(rates + " " + subject);
        return connected().builder().build(key, rates::configuration);
    }

    private synchronized ProxyManager<String> connected() {
        ProxyManager<String> current = buckets;
        if (current == null) {
            current = connect(redis.getRequiredNativeClient());
            buckets = current;
        }
        return current;
    }

    private ProxyManager<String> connect(AbstractRedisClient client) {
        RedisCodec<String, byte[]> codec = RedisCodec.of(StringCodec.ASCII, ByteArrayCodec.INSTANCE);
        return switch (client) {
            case RedisClusterClient cluster -> {
                var connected = cluster.connect(codec);
                connection = connected;
                yield configured(Bucket4jLettuce.casBasedBuilder(connected));
            }
            case RedisClient single -> {
                var connected = single.connect(codec);
                connection = connected;
                yield configured(Bucket4jLettuce.casBasedBuilder(connected));
            }
            default -> throw new IllegalStateException("no client of Redis that is known here");
        };
    }

    private static ProxyManager<String> configured(Bucket4jLettuce.LettuceBasedProxyManagerBuilder<String> builder) {
        return builder.requestTimeout(ANSWER_WITHIN)
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_FULL))
                .build();
    }

    private static String digest(String text) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(whole, DIGEST_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public synchronized void destroy() throws Exception {
        connection.close();
    }
}
