package chat.parley.views.presence;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Redis is and how long its parts last.
 *
 * @param uri {@code redis://host:port}, {@code rediss://} with TLS
 * @param lease how long a gateway node counts as alive after it last said so
 * @param commandTimeout when a command that was not answered is given up
 */
@ConfigurationProperties("parley.redis")
public record RedisSettings(
        @DefaultValue("redis://127.0.0.1:6379") URI uri,
        @DefaultValue("5s") Duration lease,
        @DefaultValue("500ms") Duration commandTimeout) {}
