package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of a message, as it was checked before the message was recorded. Where it is, is nowhere in an event.
 *
 * @param id of its upload, below which it is in the object store
 * @param kind 1 for an image, 2 for a video, 3 for sound, 4 for any other file; 0 is text, which is no file
 * @param name as its author's device calls it, 1 to 200 characters without those that could deceive
 * @param type told by its bytes
 * @param size in bytes, of what is served
 * @param sha256 of what is served, in hexadecimal
 * @param width in pixels, of an image or video; absent if unknown
 * @param height in pixels, of an image or video; absent if unknown
 * @param durationMs of a video or of sound, as its author's device measured it; absent if unknown
 * @param thumbhash a very small picture of it in base64, to show while it loads; absent if there is none
 * @param waveform how loud sound is from its beginning to its end, each 0 to 31; absent if unknown
 * @param variants smaller pictures that were made of it, {@code p320} and {@code p1280} by their longer side; absent if there are none
 */
public record Attachment(
        UploadId id,
        int kind,
        String name,
        String type,
        long size,
        String sha256,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer width,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer height,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long durationMs,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String thumbhash,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<Integer> waveform,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<String> variants) {

    public static final int IMAGE = 1;
    public static final int VIDEO = 2;
    public static final int SOUND = 3;
    public static final int FILE = 4;

    public Attachment {
        waveform = waveform == null ? null : List.copyOf(waveform);
        variants = variants == null ? null : List.copyOf(variants);
    }
}
