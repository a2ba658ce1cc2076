package chat.parley.gateway.socket;

import chat.parley.gateway.outbound.FrameMemory;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How much memory Tomcat holds for each connection as long as it is open, idle or not. Its defaults would hold 192 KiB for a WebSocket
 * whose messages may have 64 KiB; here larger messages come in parts, which {@link Inbound} puts together.
 */
@Configuration(proxyBeanMethods = false)
class SocketBuffers {

    /** Of three buffers: what was read, a message being encoded (a longer one goes out in fragments), and messages written together. */
    private static final int WEB_SOCKET_BYTES = 1024;

    /** Of a message's bytes, and of the characters they are decoded to. */
    private static final int PART = 128;

    private static final int READ_BYTES = 1024;

    /** Also the most that one system call writes. */
    private static final int WRITE_BYTES = 2 * 1024;

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> smallBuffers() {
        // Tomcat reads it once, when it starts for the first time in this process.
        System.setProperty("org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE", String.valueOf(WEB_SOCKET_BYTES));
        return factory -> {
            factory.addContextCustomizers(context -> {
                context.addParameter("org.apache.tomcat.websocket.textBufferSize", String.valueOf(PART));
                context.addParameter("org.apache.tomcat.websocket.binaryBufferSize", String.valueOf(PART));
            });
            factory.addConnectorCustomizers(connector -> {
                connector.setProperty("socket.appReadBufSize", String.valueOf(READ_BYTES));
                connector.setProperty("socket.appWriteBufSize", String.valueOf(WRITE_BYTES));
            });
        };
    }

    @Bean
    FrameMemory frameMemory(SocketSettings settings, MeterRegistry meters) {
        FrameMemory memory = new FrameMemory(settings.frameMemoryBytes());
        Gauge.builder("parley.gateway.frame.memory.used", memory, FrameMemory::used)
                .baseUnit(BaseUnits.BYTES)
                .register(meters);
        Gauge.builder("parley.gateway.frame.memory.limit", memory, FrameMemory::limit)
                .baseUnit(BaseUnits.BYTES)
                .register(meters);
        return memory;
    }
}
