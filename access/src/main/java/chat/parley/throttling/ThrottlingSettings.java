package chat.parley.throttling;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param limits only those that differ from the usual ones */
@ConfigurationProperties("parley")
record ThrottlingSettings(@DefaultValue Map<Limit, Rates> limits) {

    ThrottlingSettings {
        Map<Limit, Rates> all = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            Rates configured = limits.get(limit);
            all.put(limit, configured == null ? limit.usual() : configured);
        }
        limits = all;
    }

    Rates of(Limit limit) {
        return Objects.requireNonNull(limits.get(limit));
    }
}
