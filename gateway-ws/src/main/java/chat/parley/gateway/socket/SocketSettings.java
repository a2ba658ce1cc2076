package chat.parley.gateway.socket;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param heartbeat how long a client may say nothing before it should send a ping
 * @param slowAfter how long a client may take nothing of what is written to it before it is too slow
 * @param socketsPerSession how many sockets of one session the node holds at a time
 * @param socketsPerAccount likewise of one person
 * @param frameMemory how much may wait to be told, for all sockets of the node together; null for a quarter of the heap
 */
@ConfigurationProperties("parley.gateway")
public record SocketSettings(
        @DefaultValue("25s") Duration heartbeat,
        @DefaultValue("10s") Duration slowAfter,
        @DefaultValue("10") int socketsPerSession,
        @DefaultValue("50") int socketsPerAccount,
        @Nullable DataSize frameMemory) {

    private static final long SHARE_OF_HEAP = 4;

    long frameMemoryBytes() {
        return frameMemory == null ? Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP : frameMemory.toBytes();
    }
}
