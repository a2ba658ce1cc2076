package chat.parley.gateway.outbound;

/** Counts what goes out. */
public interface OutboundMeter {

    void written();

    void closed(CloseCode code);
}
