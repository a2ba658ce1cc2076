package chat.parley.access;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The origins whose pages may use the refresh cookie or open a socket.
 *
 * @param origins exactly as the browser sends them, such as {@code https://chat.example.org}
 */
@ConfigurationProperties("parley")
public record AllowedOrigins(@DefaultValue Set<String> origins) {

    public AllowedOrigins {
        origins = Set.copyOf(origins);
    }

    /** Compares scheme, host and port. */
    public boolean accepts(String origin) {
        return origins.contains(origin);
    }
}
