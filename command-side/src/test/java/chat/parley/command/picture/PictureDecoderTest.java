package chat.parley.command.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PictureDecoderTest {

    private static final List<PictureSize> SQUARES = List.of(new PictureSize(64, true), new PictureSize(256, true));
    private static final PictureDecoder DECODER = new PictureDecoder();

    @AfterAll
    static void end() {
        DECODER.destroy();
    }

    private static BufferedImage image(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    private static void assertReddish(int colour) {
        Color seen = new Color(colour);
        assertThat(seen.getRed()).isGreaterThan(200);
        assertThat(seen.getBlue()).isLessThan(60);
    }

    @Test
    void aPictureIsCutToSquares() throws Exception {
        DecodedPicture decoded = DECODER.decode(Pictures.png(900, 300), SQUARES);
        assertThat(decoded.width()).isEqualTo(900);
        assertThat(decoded.height()).isEqualTo(300);
        assertThat(decoded.made()).hasSize(2);
        BufferedImage large = image(decoded.made().get(1));
        assertThat(large.getWidth()).isEqualTo(256);
        assertThat(large.getHeight()).isEqualTo(256);
        assertReddish(large.getRGB(10, 128));
    }

    @Test
    void oneThatIsNotCutKeepsItsShapeAndIsNotEnlarged() throws Exception {
        DecodedPicture decoded = DECODER.decode(
                Pictures.jpeg(600, 300), List.of(new PictureSize(320, false), new PictureSize(1280, false)));
        assertThat(image(decoded.made().get(0)).getHeight()).isEqualTo(160);
        assertThat(image(decoded.made().get(1)).getWidth()).isEqualTo(600);
    }

    @Test
    void itIsTurnedAsTheCameraWasHeldAndTellsNothingElse() throws Exception {
        byte[] original = Pictures.turnedJpeg(400, 200);
        assertThat(new String(original, StandardCharsets.ISO_8859_1)).contains("GPSSECRET");
        DecodedPicture decoded = DECODER.decode(original, List.of(new PictureSize(320, false)));
        assertThat(decoded.width()).isEqualTo(200);
        assertThat(decoded.height()).isEqualTo(400);
        BufferedImage made = image(decoded.made().getFirst());
        assertThat(made.getHeight()).isEqualTo(320);
        assertReddish(made.getRGB(80, 20));
        assertThat(new String(decoded.made().getFirst(), StandardCharsets.ISO_8859_1))
                .doesNotContain("GPSSECRET", "Exif");
    }

    @Test
    void whatFollowsThePictureIsNotKept() throws Exception {
        byte[] picture = Pictures.png(100, 100);
        byte[] more = Arrays.copyOf(picture, picture.length + 20);
        Arrays.fill(more, picture.length, more.length, (byte) 'X');
        byte[] made = DECODER.decode(more, SQUARES).made().getFirst();
        assertThat(new String(made, StandardCharsets.ISO_8859_1)).doesNotContain("XXXXXXXXXX");
    }

    @Test
    void aHugeOneIsRefusedBeforeItIsDecoded() {
        assertRefused(Pictures.hugePng(50_000, 50_000), Reason.PICTURE_TOO_LARGE);
        assertRefused(Pictures.hugePng(1, 100_000), Reason.PICTURE_TOO_LARGE);
        assertRefused(Pictures.hugePng(16_000, 16_000), Reason.PICTURE_TOO_LARGE);
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertRefused("no picture".getBytes(StandardCharsets.UTF_8), Reason.PICTURE_UNREADABLE);
        byte[] cut = Arrays.copyOf(Pictures.png(500, 500), 60);
        assertRefused(cut, Reason.PICTURE_UNREADABLE);
    }

    private static void assertRefused(byte[] file, Reason reason) {
        assertThatThrownBy(() -> DECODER.decode(file, SQUARES))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void oneThatTakesTooLongOrDiesIsRefusedAndTheNextGetsAnotherProcess() throws Exception {
        PictureDecoder slow = new PictureDecoder(Duration.ofMillis(300), Stuck.class.getName());
        try {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> slow.decode(new byte[] {1}, SQUARES)).isInstanceOf(Refused.class);
            }
        } finally {
            slow.destroy();
        }
        PictureDecoder dying = new PictureDecoder(Duration.ofSeconds(10), Dying.class.getName());
        try {
            assertThatThrownBy(() -> dying.decode(new byte[] {1}, SQUARES)).isInstanceOf(Refused.class);
        } finally {
            dying.destroy();
        }
        DECODER.rest();
        assertThat(DECODER.decode(Pictures.png(10, 10), SQUARES).made()).hasSize(2);
    }

    /** Answers nothing. */
    static final class Stuck {

        private Stuck() {}

        public static void main(String[] arguments) throws InterruptedException {
            System.out.write(PictureProcess.LISTENING);
            System.out.flush();
            new CountDownLatch(1).await();
        }
    }

    /** Ends as a process that took too much memory. */
    static final class Dying {

        private Dying() {}

        public static void main(String[] arguments) throws IOException {
            System.out.write(PictureProcess.LISTENING);
            System.out.flush();
            System.exit(System.in.read() < 0 ? 0 : 3);
        }
    }
}
