package chat.parley.command.objects;

import chat.parley.events.LinkPreviewId;
import chat.parley.events.UploadId;
import java.util.UUID;

/** Where things lie in the object store: whatever somebody owns is below their id, under names that tell nothing. */
public final class ObjectKeys {

    private ObjectKeys() {}

    /** Everything of one owner, a person or a group. */
    public static String allOf(UUID owner) {
        return owner + "/";
    }

    /** What a client puts, which is never served. */
    public static String incoming(UUID owner, UploadId upload) {
        return owner + "/in/" + upload;
    }

    /** Everything that was made of a picture of a person or group. */
    public static String picture(UUID owner, UploadId upload) {
        return owner + "/av/" + upload + "/";
    }

    /** Everything that is served of a message's file. */
    public static String attachment(UUID owner, UploadId upload) {
        return owner + "/at/" + upload + "/";
    }

    /** @param variant the file itself, or which smaller picture of it */
    public static String attachment(UUID owner, UploadId upload, String variant) {
        return attachment(owner, upload) + variant;
    }

    /** The picture of a page that its owner linked to. */
    public static String linkPicture(UUID owner, LinkPreviewId preview) {
        return owner + "/lp/" + preview;
    }

    /** @param side of the square, in pixels */
    public static String picture(UUID owner, UploadId upload, int side) {
        return picture(owner, upload) + side;
    }
}
