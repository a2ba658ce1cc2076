package chat.parley.gateway.socket;

import chat.parley.gateway.outbound.CloseCode;
import chat.parley.gateway.outbound.OutboundMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

@Component
class SocketMeters implements OutboundMeter {

    private final MeterRegistry meters;
    private final Counter sent;

    SocketMeters(MeterRegistry meters) {
        this.meters = meters;
        this.sent = meters.counter("parley.gateway.frames", "direction", "out");
    }

    @Override
    public void written(int frames) {
        sent.increment(frames);
    }

    @Override
    public void closed(CloseCode code) {
        meters.counter("parley.gateway.closes", "code", code.title()).increment();
    }
}
