package chat.parley.security;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where security events go.
 *
 * @param folder of their files; null for none
 * @param kept how long a file is kept, and with it the addresses in it
 * @param most what all files may hold; the oldest is deleted first
 * @param exchange whether they are also published to RabbitMQ
 */
@ConfigurationProperties("parley.security-events")
record SecurityEventSettings(
        @Nullable String folder,
        @DefaultValue("30d") Duration kept,
        @DefaultValue("512MB") DataSize most,
        @DefaultValue("false") boolean exchange) {}
