package chat.parley.load.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {

    private final Frames frames = new Frames();
    private final List<String> taken = new ArrayList<>();

    private static byte[] fromServer(int first, String text) throws IOException {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(first);
        if (payload.length < 126) {
            frame.write(payload.length);
        } else if (payload.length < 1 << 16) {
            frame.write(126);
            frame.write(ByteBuffer.allocate(2).putShort((short) payload.length).array());
        } else {
            frame.write(127);
            frame.write(ByteBuffer.allocate(8).putLong(payload.length).array());
        }
        frame.write(payload);
        return frame.toByteArray();
    }

    private void feed(byte[] bytes, int atATime) throws IOException {
        for (int from = 0; from < bytes.length; ) {
            ByteBuffer room = frames.room();
            int count = Math.min(Math.min(atATime, room.remaining()), bytes.length - from);
            room.put(bytes, from, count);
            frames.read(
                    count,
                    (opcode, buffer, offset, length) ->
                            taken.add(opcode + ":" + new String(buffer, offset, length, StandardCharsets.UTF_8)));
            from += count;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100, 100_000})
    void framesAreTakenWhole_howeverTheyArrive(int atATime) throws IOException {
        String middling = "ü".repeat(300);
        String large = "x".repeat(70_000);
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (String text : List.of("short", middling, large, "")) {
            stream.write(fromServer(0x81, text));
        }

        feed(stream.toByteArray(), atATime);

        assertThat(taken).containsExactly("1:short", "1:" + middling, "1:" + large, "1:");
    }

    @Test
    void aMessageInPartsIsPutTogether_withAPingBetweenThem() throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.write(fromServer(0x01, "first "));
        stream.write(fromServer(0x89, "ping"));
        stream.write(fromServer(0x00, "second "));
        stream.write(fromServer(0x80, "third"));

        feed(stream.toByteArray(), 5);

        assertThat(taken).containsExactly("9:ping", "1:first second third");
    }

    @Test
    void aFrameTooLargeToBeTrueIsRefused() {
        byte[] header = {(byte) 0x81, 127, 0, 0, 0, 1, 0, 0, 0, 0};

        assertThatThrownBy(() -> feed(header, header.length)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 125, 126, 2_000})
    void aClientsFrameIsMasked(int length) {
        byte[] payload = "y".repeat(length).getBytes(StandardCharsets.US_ASCII);

        ByteBuffer frame = Frames.masked(Frames.TEXT, payload, 0x12345678);

        assertThat(frame.get()).isEqualTo((byte) 0x81);
        int shortLength = frame.get();
        assertThat(shortLength & 0x80).isNotZero();
        int said = (shortLength & 0x7f) == 126 ? frame.getShort() : shortLength & 0x7f;
        assertThat(said).isEqualTo(length);
        byte[] mask = new byte[4];
        frame.get(mask);
        assertThat(frame.remaining()).isEqualTo(length);
        for (int i = 0; i < length; i++) {
            assertThat(frame.get() ^ mask[i % 4]).isEqualTo('y');
        }
    }
}
