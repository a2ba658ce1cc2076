package chat.parley.gateway.outbound;

/** Counts sent frames. */
public interface OutboundMeter {

    void written(int frames);

    void closed(CloseCode code);
}
