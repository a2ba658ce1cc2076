package chat.parley.security;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Records what concerns security, with the time and the address of the request that is being answered. To be called after the commit. */
public final class SecurityEvents {

    private static final Duration TOLD_AGAIN = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 50_000;

    private record Seen(SecurityEvent event, Optional<String> address) {}

    private final List<SecurityEventSink> sinks;
    private final Clock clock;
    private final Cache<Seen, Boolean> floods = Caffeine.newBuilder()
            .expireAfterWrite(TOLD_AGAIN)
            .maximumSize(MOST_REMEMBERED)
            .build();
    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(usual -> usual.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    SecurityEvents(List<SecurityEventSink> sinks, Clock clock) {
        this.sinks = List.copyOf(sinks);
        this.clock = clock;
    }

    public void record(SecurityEvent event) {
        Optional<String> address = Optional.ofNullable(address());
        if (sinks.isEmpty() || (event.comesInFloods() && wasTold(new Seen(event, address)))) {
            return;
        }
        ObjectNode line = json.createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("time", clock.instant().toString())
                .put("kind", event.kind());
        address.ifPresent(from -> line.put("address", from));
        line.setAll((ObjectNode) json.valueToTree(event));
        String written = json.writeValueAsString(line);
        sinks.forEach(sink -> sink.add(event.kind(), written));
    }

    private boolean wasTold(Seen seen) {
        return floods.asMap().putIfAbsent(seen, true) != null;
    }

    /** The whole one: behind a trusted proxy the one that the proxy tells. Null where nothing is asked over HTTP, such as on a socket. */
    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
                ? asked.getRequest().getRemoteAddr()
                : null;
    }
}
