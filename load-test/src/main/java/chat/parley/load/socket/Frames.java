package chat.parley.load.socket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Takes the server's frames out of what was read, as RFC 6455 section 5 says. */
final class Frames {

    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int FINAL = 0x80;
    private static final int OPCODE = 0x0f;
    private static final int MASKED = 0x80;
    private static final int LENGTH = 0x7f;
    private static final int LENGTH_IN_2_BYTES = 126;
    private static final int LENGTH_IN_8_BYTES = 127;
    private static final int MAX_HEADER = 10;
    private static final int MAX_FRAME = 1 << 20;

    /** Takes whole messages and control frames. */
    interface Sink {
        void frame(int opcode, byte[] bytes, int offset, int length) throws IOException;
    }

    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private byte[] buffer = new byte[4 * 1024];
    private int begin;
    private int end;

    /** Where the next bytes are to be read to. */
    ByteBuffer room() {
        if (begin == end) {
            begin = 0;
            end = 0;
        } else if (buffer.length - end < MAX_HEADER) {
            System.arraycopy(buffer, begin, buffer, 0, end - begin);
            end -= begin;
            begin = 0;
            if (buffer.length - end < buffer.length / 2) {
                buffer = Arrays.copyOf(buffer, 2 * buffer.length);
            }
        }
        return ByteBuffer.wrap(buffer, end, buffer.length - end);
    }

    /** That many bytes were read into the room: hands on the frames that are complete now. */
    void read(int count, Sink sink) throws IOException {
        end += count;
        while (takeOne(sink)) {
            // the next one follows
        }
    }

    private boolean takeOne(Sink sink) throws IOException {
        int available = end - begin;
        if (available < 2) {
            return false;
        }
        int second = buffer[begin + 1];
        int header = headerLength(second & LENGTH);
        if ((second & MASKED) != 0) {
            throw new IOException("a server must not mask");
        }
        if (available < header) {
            return false;
        }
        int length = length(second & LENGTH);
        if (available < header + length) {
            return false;
        }
        int first = buffer[begin];
        int payload = begin + header;
        begin = payload + length;
        hand(first, payload, length, sink);
        return true;
    }

    private void hand(int first, int payload, int length, Sink sink) throws IOException {
        int opcode = first & OPCODE;
        boolean whole = (first & FINAL) != 0;
        if (opcode > CONTINUATION && whole) {
            sink.frame(opcode, buffer, payload, length);
            return;
        }
        parts.write(buffer, payload, length);
        if (whole) {
            byte[] message = parts.toByteArray();
            parts.reset();
            sink.frame(TEXT, message, 0, message.length);
        }
    }

    private static int headerLength(int shortLength) {
        return switch (shortLength) {
            case LENGTH_IN_2_BYTES -> 4;
            case LENGTH_IN_8_BYTES -> MAX_HEADER;
            default -> 2;
        };
    }

    private int length(int shortLength) throws IOException {
        ByteBuffer extended = ByteBuffer.wrap(buffer, begin + 2, end - begin - 2);
        long length = switch (shortLength) {
            case LENGTH_IN_2_BYTES -> Short.toUnsignedInt(extended.getShort());
            case LENGTH_IN_8_BYTES -> extended.getLong();
            default -> shortLength;
        };
        if (length < 0 || length > MAX_FRAME) {
            throw new IOException("a frame of " + length + " bytes");
        }
        return (int) length;
    }

    /** A client's frame, masked. */
    static ByteBuffer masked(int opcode, byte[] payload, int mask) {
        ByteBuffer frame = ByteBuffer.allocate(2 + Short.BYTES + Integer.BYTES + payload.length);
        frame.put((byte) (FINAL | opcode));
        if (payload.length < LENGTH_IN_2_BYTES) {
            frame.put((byte) (MASKED | payload.length));
        } else {
            frame.put((byte) (MASKED | LENGTH_IN_2_BYTES)).putShort((short) payload.length);
        }
        frame.putInt(mask);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ (mask >>> (24 - 8 * (i & 3)))));
        }
        return frame.flip();
    }
}
