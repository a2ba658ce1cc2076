package chat.parley.command.upload;

import chat.parley.events.Attachment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;

/** Recognizes files by their first bytes. */
final class FileType {

    /** As many bytes as are looked at. */
    static final int LOOKED_AT = 64 * 1024;

    static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/gif", "image/bmp", "image/webp");

    private static final Set<String> VIDEOS = Set.of("video/mp4", "video/quicktime", "video/webm", "video/ogg");
    private static final Set<String> SOUNDS = Set.of(
            "audio/mpeg",
            "audio/mp4",
            "audio/aac",
            "audio/ogg",
            "audio/webm",
            "audio/vnd.wave",
            "audio/x-flac",
            "audio/opus");

    private static final Detector DETECTOR = new DefaultDetector();

    private FileType() {}

    /** The picture's type, if it is one that is accepted. */
    static Optional<String> of(byte[] file) {
        return Optional.of(detected(file)).filter(PICTURES::contains);
    }

    /**
     * Any type for a file; for a video or sound one that browsers play.
     *
     * @param kind 2 to 4
     */
    static Optional<String> of(byte[] file, int kind) {
        String type = detected(file);
        return switch (kind) {
            case Attachment.VIDEO -> Optional.of(type).filter(VIDEOS::contains);
            case Attachment.SOUND -> Optional.of(asSound(type)).filter(SOUNDS::contains);
            default -> Optional.of(type);
        };
    }

    /** A container that may hold pictures too; whoever says it is sound is played as sound. */
    private static String asSound(String type) {
        return switch (type) {
            case "video/webm", "application/x-matroska" -> "audio/webm";
            case "video/mp4", "video/quicktime", "application/mp4" -> "audio/mp4";
            case "application/ogg", "audio/vorbis", "video/ogg" -> "audio/ogg";
            default -> type;
        };
    }

    private static String detected(byte[] file) {
        try (TikaInputStream bytes = TikaInputStream.get(file)) {
            String type = DETECTOR.detect(bytes, new Metadata()).getBaseType().toString();
            return switch (type) {
                case "application/x-matroska" -> isWebm(file) ? "video/webm" : "video/x-matroska";
                case "image/x-ms-bmp" -> "image/bmp";
                default -> type;
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Both are Matroska; what comes from browsers says in its first bytes that it is WebM. */
    private static boolean isWebm(byte[] file) {
        return new String(file, 0, Math.min(file.length, 64), java.nio.charset.StandardCharsets.ISO_8859_1)
                .contains("webm");
    }
}
