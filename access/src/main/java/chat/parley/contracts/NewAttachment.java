package chat.parley.contracts;

import chat.parley.events.UploadId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of a message to be sent, which was uploaded for it. What its bytes tell is not asked; the rest is what the author's device knows.
 *
 * @param upload one's own, for an attachment, that is ready and was not used
 * @param name the file's; what could deceive in it is taken out
 * @param width in pixels, of a video
 * @param height in pixels, of a video
 * @param durationMs of a video or of sound
 * @param thumbhash a very small picture of it, in base64
 * @param waveform how loud sound is from its beginning to its end, each 0 to 31
 */
public record NewAttachment(
        @Required UploadId upload,
        @Required String name,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer width,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer height,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long durationMs,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String thumbhash,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<Integer> waveform) {}
