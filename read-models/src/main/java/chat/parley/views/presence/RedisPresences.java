package chat.parley.views.presence;

import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

final class RedisPresences implements Presences {

    /** How long a device that stays away is remembered. */
    static final Duration LAST_SEEN_KEPT = Duration.ofDays(90);

    private static final RedisScript<List<String>> PRESENCE = PresenceScript.listing("presence");
    private static final Duration KEPT_OUT_FOR = Duration.ofDays(1);
    private static final int KEYS_AT_ONCE = 1_000;

    private final StringRedisTemplate redis;
    private final NodeSockets sockets;
    private final Duration lease;

    RedisPresences(StringRedisTemplate redis, NodeSockets sockets, Duration lease) {
        this.redis = redis;
        this.sockets = sockets;
        this.lease = lease;
    }

    @Override
    public Map<UserId, Presence> of(Collection<UserId> users) {
        Map<UserId, Presence> presences = new HashMap<>();
        for (List<UserId> some : RedisSockets.chunks(users)) {
            List<String> keys = new ArrayList<>(List.of(PresenceKeys.NODES));
            some.forEach(user -> keys.addAll(List.of(PresenceKeys.socketsOf(user), PresenceKeys.devicesOf(user))));
            List<String> answer = redis.execute(PRESENCE, keys, NodeSockets.millis(lease));
            for (int i = 0; i < some.size(); i++) {
                presences.put(some.get(i), presence(answer.get(i)));
            }
        }
        return presences;
    }

    @Override
    public Map<SessionId, Instant> lastSeenOfDevices(UserId user) {
        Map<SessionId, Instant> devices = new HashMap<>();
        redis.<String, String>opsForHash()
                .entries(PresenceKeys.devicesOf(user))
                .forEach((session, at) -> devices.put(SessionId.of(session), instant(at)));
        return devices;
    }

    /** Once the mark is set nothing new is accepted, so the rest can be deleted step by step. */
    @Override
    public void forget(UserId user) {
        redis.opsForValue().set(PresenceKeys.erased(user), "", KEPT_OUT_FOR);
        redis.<String, String>opsForHash().entries(PresenceKeys.socketsOf(user)).forEach((id, value) -> {
            HeldSocket held = RedisSockets.held(user, id, value);
            sockets.close(held.node(), List.of(held.socket()));
        });
        redis.delete(PresenceKeys.devicesOf(user));
        forgetTickets(user);
    }

    /** A ticket's key does not say whom it is for, and none is older than half a minute. */
    private void forgetTickets(UserId user) {
        ScanOptions tickets = ScanOptions.scanOptions()
                .match(RedisTickets.PREFIX + "*")
                .count(KEYS_AT_ONCE)
                .build();
        try (Cursor<String> found = redis.scan(tickets)) {
            found.forEachRemaining(ticket -> {
                String holder = redis.opsForValue().get(ticket);
                if (holder != null && holder.startsWith(user + " ")) {
                    redis.delete(ticket);
                }
            });
        }
    }

    private static Presence presence(String told) {
        return switch (told) {
            case "online" -> new Presence(true, null);
            case "" -> new Presence(false, null);
            default -> new Presence(false, instant(told));
        };
    }

    private static Instant instant(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
