package chat.parley.views.history;

import chat.parley.events.UserId;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The three maps of a head's row. */
record HeadWatermarks(Map<Step, Map<UUID, Long>> steps) {

    static HeadWatermarks of(Row row) {
        Map<Step, Map<UUID, Long>> steps = new HashMap<>();
        for (Step step : Step.values()) {
            @Nullable Map<UUID, Long> map = row.getMap(step.code(), UUID.class, Long.class);
            steps.put(step, map == null ? Map.of() : map);
        }
        return new HeadWatermarks(steps);
    }

    long upTo(Step step, UserId member) {
        return steps.getOrDefault(step, Map.of()).getOrDefault(member.value(), 0L);
    }

    Map<UserId, Watermarks> all() {
        Set<UUID> members = new HashSet<>();
        steps.values().forEach(map -> members.addAll(map.keySet()));
        Map<UserId, Watermarks> all = new HashMap<>();
        for (UUID member : members) {
            UserId user = new UserId(member);
            long read = Math.max(upTo(Step.READ, user), upTo(Step.SENT, user));
            all.put(user, new Watermarks(Math.max(upTo(Step.DELIVERED, user), read), read));
        }
        return all;
    }
}
