package chat.parley.command.upload;

import chat.parley.command.objects.ObjectKeys;
import chat.parley.command.picture.PictureSize;
import chat.parley.events.Attachment;
import chat.parley.events.UploadId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a file is uploaded for. */
public enum Purpose {
    /** A picture of oneself. */
    AVATAR,
    /** A picture of a group, which belongs to it. */
    GROUP_PICTURE,
    /** A file of a message. */
    ATTACHMENT;

    /** What an attachment is served as; smaller pictures have names of their own. */
    public static final String ORIGINAL = "original";

    private static final Map<String, PictureSize> SQUARES = squares();
    private static final Map<String, PictureSize> WHOLE = whole();

    private static Map<String, PictureSize> squares() {
        Map<String, PictureSize> sizes = new LinkedHashMap<>();
        for (int side : new int[] {64, 256, 512}) {
            sizes.put(String.valueOf(side), new PictureSize(side, true));
        }
        return sizes;
    }

    private static Map<String, PictureSize> whole() {
        Map<String, PictureSize> sizes = new LinkedHashMap<>();
        sizes.put(ORIGINAL, new PictureSize(4_096, false));
        sizes.put("p320", new PictureSize(320, false));
        sizes.put("p1280", new PictureSize(1_280, false));
        return sizes;
    }

    /** Whether it is a picture of somebody or of a group. */
    boolean isPortrait() {
        return this != ATTACHMENT;
    }

    /** The pictures that are made of a picture, by what they are called. */
    Map<String, PictureSize> pictures() {
        return isPortrait() ? SQUARES : WHOLE;
    }

    /**
     * What the objects are called that are made of an upload.
     *
     * @param kind as of an {@link Attachment}
     */
    public Set<String> variants(int kind) {
        return kind == Attachment.IMAGE ? pictures().keySet() : Set.of(ORIGINAL);
    }

    /** Below it is everything that is made of an upload. */
    public String made(UUID owner, UploadId upload) {
        return isPortrait() ? ObjectKeys.picture(owner, upload) : ObjectKeys.attachment(owner, upload);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Purpose> ofCode(String code) {
        for (Purpose purpose : values()) {
            if (purpose.code().equals(code)) {
                return Optional.of(purpose);
            }
        }
        return Optional.empty();
    }
}
