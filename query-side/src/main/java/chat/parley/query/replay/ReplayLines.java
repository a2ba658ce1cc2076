package chat.parley.query.replay;

import chat.parley.distribution.EnvelopeJson;
import chat.parley.events.BlocksEvent;
import chat.parley.events.LogId;
import chat.parley.log.StoredEvent;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Writes a replay: one line per event, then the end marker. The log is read only as fast as the client reads. */
final class ReplayLines {

    /** The type of the last line, which is not an event. */
    static final String END = "parley.replay.end";

    /**
     * The last line.
     *
     * @param position everything requested up to here was written
     */
    @JsonPropertyOrder({"type", "source", "position"})
    record EndMarker(String type, LogId source, long position) {}

    private final EnvelopeJson json = new EnvelopeJson();
    private final boolean withContent;
    private final ReplayRequest request;
    private final Runnable beforeEach;
    private final OutputStream out;
    private long written;
    private long position;

    /** @param beforeEach called before each event is written; whatever it throws ends the replay */
    ReplayLines(ReplayRequest request, boolean withContent, Runnable beforeEach, OutputStream out) {
        this.request = request;
        this.withContent = withContent;
        this.beforeEach = beforeEach;
        this.out = out;
        this.position = request.after();
    }

    /** @param first events that were already read */
    void write(List<StoredEvent> first, Iterator<List<StoredEvent>> rest, LogId source) throws IOException {
        write(first);
        while (written < request.limit() && rest.hasNext()) {
            write(rest.next());
            out.flush();
        }
        if (written < request.limit()) {
            position = request.until();
        }
        line(JsonMapper.shared().writeValueAsBytes(new EndMarker(END, source, position)));
        out.flush();
    }

    private void write(List<StoredEvent> page) throws IOException {
        for (StoredEvent event : page) {
            if (written == request.limit()) {
                return;
            }
            beforeEach.run();
            // Whom somebody blocks is for nobody else.
            boolean told = withContent && !(event.event() instanceof BlocksEvent);
            line(told ? json.write(event.envelope()) : json.writeWithoutContent(event.envelope()));
            written++;
            position = event.position();
        }
    }

    private void line(byte[] text) throws IOException {
        out.write(text);
        out.write('\n');
    }

    /** How far it has come. */
    long position() {
        return position;
    }
}
