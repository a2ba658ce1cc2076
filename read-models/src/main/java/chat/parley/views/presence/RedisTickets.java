package chat.parley.views.presence;

import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Redeemed with GETDEL, which answers only one caller. */
final class RedisTickets implements Tickets {

    static final String PREFIX = "parley:ticket:";

    private final StringRedisTemplate redis;
    private final Duration lifetime;

    RedisTickets(StringRedisTemplate redis, Duration lifetime) {
        this.redis = redis;
        this.lifetime = lifetime;
    }

    @Override
    public void issue(String ticket, TicketHolder holder) {
        String value = holder.user() + " " + holder.session() + " " + holder.nativeClient();
        redis.opsForValue().set(key(ticket), value, lifetime);
    }

    @Override
    public Optional<TicketHolder> redeem(String ticket) {
        @Nullable String value = redis.opsForValue().getAndDelete(key(ticket));
        if (value == null) {
            return Optional.empty();
        }
        String[] parts = value.split(" ", 3);
        return Optional.of(
                new TicketHolder(UserId.of(parts[0]), SessionId.of(parts[1]), Boolean.parseBoolean(parts[2])));
    }

    private static String key(String ticket) {
        return PREFIX + HexFormat.of().formatHex(sha256(ticket));
    }

    private static byte[] sha256(String ticket) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
