package chat.parley.gateway.outbound;

/** Counts what goes out. */
public interface OutboundMeter {

    void written(int frames);

    void closed(CloseCode code);
}
