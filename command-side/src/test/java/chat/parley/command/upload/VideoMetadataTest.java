package chat.parley.command.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.command.upload.VideoMetadata.Patch;
import chat.parley.refusals.Refused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class VideoMetadataTest {

    private static final byte[] PLACE = "+48.2082+016.3738/".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PICTURES = "frames after frames".getBytes(StandardCharsets.US_ASCII);

    private static byte[] box(String type, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(content::writeBytes);
        return ByteBuffer.allocate(8 + content.size())
                .putInt(8 + content.size())
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(content.toByteArray())
                .array();
    }

    private static byte[] file(byte[]... boxes) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Arrays.stream(boxes).forEach(file::writeBytes);
        return file.toByteArray();
    }

    private static byte[] cleaned(byte[] file) throws IOException {
        List<Patch> patches = VideoMetadata.in(
                file.length, (from, length) -> Arrays.copyOfRange(file, (int) from, (int) from + length));
        try (PatchedStream stream = new PatchedStream(new ByteArrayInputStream(file), patches)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[7];
            for (int read = stream.read(buffer, 0, 7); read >= 0; read = stream.read(buffer, 0, 7)) {
                out.write(buffer, 0, read);
            }
            return out.toByteArray();
        }
    }

    private static byte[] index(byte[] told) {
        return box("moov", box("mvhd", new byte[20]), box("trak", box("tkhd", new byte[12]), box("udta", told)), told);
    }

    @Test
    void wherePicturesWereTakenIsNotInThemAnyMoreAndNothingElseMoves() throws IOException {
        byte[] told = box("udta", box("\u00a9xyz", PLACE));
        for (byte[] file : List.of(
                file(box("ftyp", new byte[8]), index(told), box("mdat", PICTURES)),
                file(box("ftyp", new byte[8]), box("mdat", PICTURES), index(told), box("uuid", PLACE)),
                file(box("ftyp", new byte[8]), box("mdat", PICTURES), index(box("meta", PLACE))))) {
            String clean = new String(cleaned(file), StandardCharsets.ISO_8859_1);
            String before = new String(file, StandardCharsets.ISO_8859_1);
            assertThat(before).contains("+48.2082");
            assertThat(clean).hasSameSizeAs(before).doesNotContain("+48.2082", "xyz");
            assertThat(clean.indexOf("frames after frames")).isEqualTo(before.indexOf("frames after frames"));
            assertThat(clean.indexOf("mvhd")).isEqualTo(before.indexOf("mvhd"));
        }
    }

    @Test
    void aFileThatTellsNothingStaysAsItIs() throws IOException {
        byte[] file = file(box("ftyp", new byte[8]), box("moov", box("mvhd", new byte[20])), box("mdat", PICTURES));
        assertThat(VideoMetadata.in(
                        file.length, (from, length) -> Arrays.copyOfRange(file, (int) from, (int) from + length)))
                .isEmpty();
        assertThat(cleaned(file)).isEqualTo(file);
    }

    @Test
    void whatLiesAboutItsSizesIsRefused() {
        byte[] endless = box("moov", box("mvhd", new byte[20]));
        ByteBuffer.wrap(endless).putInt(8, 1_000);
        byte[] tooLong = box("moov", new byte[20]);
        ByteBuffer.wrap(tooLong).putInt(0, 2_000);
        byte[] nothing = box("free", new byte[4]);
        ByteBuffer.wrap(nothing).putInt(0, 3);
        for (byte[] file : List.of(endless, tooLong, nothing)) {
            assertThatThrownBy(() -> cleaned(file)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void howeverMuchIsBlankedIsNotHeldInMemory() {
        long size = 64L << 20;
        byte[] header = ByteBuffer.allocate(16)
                .putInt(32 << 20)
                .put("uuid".getBytes(StandardCharsets.US_ASCII))
                .array();
        List<Patch> patches = VideoMetadata.in(size, (from, length) -> {
            assertThat(length).as("bytes read at once").isLessThanOrEqualTo(header.length);
            return Arrays.copyOf(header, length);
        });
        assertThat(patches).allSatisfy(patch -> assertThat(patch.bytes()).hasSizeLessThan(32));
        assertThat(patches.getLast().end()).isEqualTo(size);
    }

    @Test
    void boxesInBoxesWithoutEndAreRefusedAndSoAreMoreThanAnyVideoHas() {
        int depth = 100_000;
        ByteBuffer nested = ByteBuffer.allocate(8 + depth * 8)
                .putInt(8 + depth * 8)
                .put("moov".getBytes(StandardCharsets.US_ASCII));
        for (int left = depth; left > 0; left--) {
            nested.putInt(left * 8).put("trak".getBytes(StandardCharsets.US_ASCII));
        }
        byte[][] many = new byte[100_000][];
        Arrays.fill(many, box("udta"));
        for (byte[] file : List.of(nested.array(), box("moov", many))) {
            assertThatThrownBy(() -> cleaned(file)).isInstanceOf(Refused.class);
        }
    }
}
