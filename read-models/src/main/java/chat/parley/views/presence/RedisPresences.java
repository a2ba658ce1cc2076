package chat.parley.views.presence;

import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

final class RedisPresences implements Presences {

    /** How long a device that stays away is remembered. */
    static final Duration LAST_SEEN_KEPT = Duration.ofDays(90);

    private static final Duration KEPT_OUT_FOR = Duration.ofDays(1);
    private static final int KEYS_AT_ONCE = 1_000;

    private final Redis redis;
    private final Scripts scripts;

    RedisPresences(Redis redis, Scripts scripts) {
        this.redis = redis;
        this.scripts = scripts;
    }

    @Override
    public Map<UserId, Presence> of(Collection<UserId> users) {
        Map<UserId, Presence> presences = new HashMap<>();
        for (String[] some : RedisSockets.chunks(users)) {
            List<String> answer = scripts.list(Script.PRESENCE, some);
            for (int i = 0; i < some.length; i++) {
                presences.put(UserId.of(some[i]), presence(answer.get(i)));
            }
        }
        return presences;
    }

    @Override
    public Map<SessionId, Instant> lastSeenOfDevices(UserId user) {
        Map<String, String> stored = redis.ask(commands -> commands.hgetall("parley:user:" + user + ":seen"));
        Map<SessionId, Instant> devices = new HashMap<>();
        if (stored != null) {
            stored.forEach((session, at) -> devices.put(SessionId.of(session), instant(at)));
        }
        return devices;
    }

    @Override
    public void forget(UserId user) {
        scripts.holds(Script.FORGET, user.toString(), String.valueOf(KEPT_OUT_FOR.toMillis()));
        forgetTickets(user);
    }

    /** A ticket's key says nothing about whom it is for, and none is older than half a minute. */
    private void forgetTickets(UserId user) {
        ScanCursor place = ScanCursor.INITIAL;
        do {
            KeyScanCursor<String> found = scan(place);
            for (String ticket : found.getKeys()) {
                String holder = redis.ask(commands -> commands.get(ticket));
                if (holder != null && holder.startsWith(user + " ")) {
                    redis.ask(commands -> commands.del(ticket));
                }
            }
            place = found;
        } while (!place.isFinished());
    }

    private KeyScanCursor<String> scan(ScanCursor place) {
        ScanArgs tickets = ScanArgs.Builder.matches(RedisTickets.PREFIX + "*").limit(KEYS_AT_ONCE);
        return Objects.requireNonNull(redis.ask(commands -> commands.scan(place, tickets)));
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
