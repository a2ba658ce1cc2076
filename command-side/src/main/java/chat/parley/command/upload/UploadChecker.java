package chat.parley.command.upload;

import chat.parley.command.objects.ObjectKeys;
import chat.parley.command.objects.ObjectStore;
import chat.parley.command.picture.DecodedPicture;
import chat.parley.command.picture.PictureDecoder;
import chat.parley.command.picture.PictureSize;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Looks at what was put: whether it is what was announced, by its bytes. What is made of it is all that is ever served, so that what is put
 * afterwards changes nothing.
 */
@Component
class UploadChecker {

    static final String MADE_TYPE = "image/jpeg";

    private final Uploads uploads;
    private final ObjectStore objects;
    private final PictureDecoder decoder;

    UploadChecker(Uploads uploads, ObjectStore objects, PictureDecoder decoder) {
        this.uploads = uploads;
        this.objects = objects;
        this.decoder = decoder;
    }

    /** @throws RuntimeException the store cannot be reached */
    void check(Upload upload) throws IOException, InterruptedException {
        try {
            DecodedPicture picture =
                    decoder.decode(announced(upload), upload.purpose().sizes());
            store(upload, picture);
            if (!uploads.ready(upload, picture.width(), picture.height())) {
                // Discarded or erased meanwhile.
                objects.deleteAll(upload.made());
            }
        } catch (Refused refused) {
            uploads.refuse(upload, refused.reason());
        }
        objects.deleteAll(upload.incoming());
    }

    private byte[] announced(Upload upload) {
        byte[] bytes = objects.look(upload.incoming())
                .filter(stored -> stored.size() == upload.size())
                .flatMap(stored -> objects.read(upload.incoming(), stored.etag()))
                .orElseThrow(() -> new Refused(Reason.FILE_DIFFERS));
        String type = FileType.of(bytes).orElseThrow(() -> new Refused(Reason.FILE_TYPE_INVALID));
        if (!type.equals(upload.type())) {
            throw new Refused(Reason.FILE_DIFFERS);
        }
        return bytes;
    }

    private void store(Upload upload, DecodedPicture picture) {
        List<PictureSize> sizes = upload.purpose().sizes();
        for (int i = 0; i < sizes.size(); i++) {
            String key =
                    ObjectKeys.picture(upload.owner(), upload.id(), sizes.get(i).pixels());
            objects.write(key, picture.made().get(i), MADE_TYPE);
        }
    }
}
