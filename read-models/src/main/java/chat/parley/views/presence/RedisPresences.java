package chat.parley.views.presence;

import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class RedisPresences implements Presences {

    /** How long a device that stays away is remembered. */
    static final Duration LAST_SEEN_KEPT = Duration.ofDays(90);

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
