package chat.parley.load.socket;

import java.util.concurrent.atomic.LongAdder;

/** How many bytes of frames, their headers included, were taken from sockets and given to them. */
public final class ByteCounts {

    private final LongAdder in = new LongAdder();
    private final LongAdder out = new LongAdder();

    void read(int count) {
        in.add(count);
    }

    void written(int count) {
        out.add(count);
    }

    public long in() {
        return in.sum();
    }

    public long out() {
        return out.sum();
    }
}
