package chat.parley.command.attachment;

import chat.parley.command.upload.CheckedUpload;
import chat.parley.command.upload.Uploads;
import chat.parley.contracts.NewAttachment;
import chat.parley.contracts.NewMessage;
import chat.parley.events.Attachment;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a message says of its files: what their bytes told, and what only their author's device knows. */
@Component
public final class Attachments {

    private static final String FIELD = "attachments";
    private static final int LARGEST_SIDE = 100_000;
    private static final long LONGEST_MS = 30L * 24 * 60 * 60 * 1000;
    private static final int MOST_LEVELS = 64;
    private static final int LOUDEST = 31;
    private static final Pattern THUMBHASH = Pattern.compile("[A-Za-z0-9+/]{6,40}={0,2}");

    private final Uploads uploads;

    Attachments(Uploads uploads) {
        this.uploads = uploads;
    }

    /** @throws Refused {@link Reason#ATTACHMENT_INVALID} if it is no list of files that a message can have */
    public static void require(List<NewAttachment> files) {
        Set<Object> seen = new HashSet<>();
        boolean all = files.size() <= NewMessage.MOST_ATTACHMENTS
                && files.stream().allMatch(file -> seen.add(file.upload()) && isPossible(file));
        if (!all) {
            throw Refused.forField(FIELD, Reason.ATTACHMENT_INVALID);
        }
    }

    private static boolean isPossible(NewAttachment file) {
        String thumbhash = file.thumbhash();
        List<Integer> waveform = file.waveform();
        Long duration = file.durationMs();
        return isSide(file.width())
                && isSide(file.height())
                && (duration == null || (duration >= 0 && duration <= LONGEST_MS))
                && (thumbhash == null || THUMBHASH.matcher(thumbhash).matches())
                && (waveform == null
                        || (waveform.size() <= MOST_LEVELS
                                && waveform.stream().allMatch(level -> level >= 0 && level <= LOUDEST)));
    }

    private static boolean isSide(@Nullable Integer pixels) {
        return pixels == null || (pixels > 0 && pixels <= LARGEST_SIDE);
    }

    /** @throws Refused {@link Reason#UPLOAD_NOT_READY}; {@link Reason#UPLOAD_UNKNOWN} for whatever else cannot be used */
    public List<Attachment> of(UserId author, List<NewAttachment> files) {
        return files.stream()
                .map(file -> attachment(uploads.usable(author, file.upload()), file))
                .toList();
    }

    private static Attachment attachment(CheckedUpload upload, NewAttachment said) {
        boolean isImage = upload.kind() == Attachment.IMAGE;
        boolean isVideo = upload.kind() == Attachment.VIDEO;
        boolean isPlayed = isVideo || upload.kind() == Attachment.SOUND;
        return new Attachment(
                upload.id(),
                upload.kind(),
                FileName.of(said.name()),
                upload.file().type(),
                upload.file().size(),
                upload.file().sha256(),
                isVideo ? said.width() : upload.file().width(),
                isVideo ? said.height() : upload.file().height(),
                isPlayed ? said.durationMs() : null,
                isImage || isVideo ? said.thumbhash() : null,
                upload.kind() == Attachment.SOUND ? said.waveform() : null,
                isImage ? Variant.PICTURES : null);
    }
}
