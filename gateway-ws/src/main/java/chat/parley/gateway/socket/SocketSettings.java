package chat.parley.gateway.socket;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param heartbeat how long a client may say nothing before it should send a ping
 * @param slowAfter how long a client may take nothing of what is written to it before it is too slow
 */
@ConfigurationProperties("parley.gateway")
public record SocketSettings(
        @DefaultValue("25s") Duration heartbeat,
        @DefaultValue("10s") Duration slowAfter) {}
