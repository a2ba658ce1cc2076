package chat.parley.gateway.outbound;

class Uncounted implements OutboundMeter {

    @Override
    public void written(int frames) {
        // not of interest here
    }

    @Override
    public void closed(CloseCode code) {
        // not of interest here
    }
}
