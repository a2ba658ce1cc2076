package chat.parley.command.upload;

import chat.parley.command.objects.ObjectStore;
import chat.parley.command.objects.ObjectStore.Stored;
import chat.parley.command.picture.DecodedPicture;
import chat.parley.command.picture.PictureDecoder;
import chat.parley.command.picture.PictureSize;
import chat.parley.command.upload.VideoMetadata.Patch;
import chat.parley.events.Attachment;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Looks at what was put: whether it is what was announced, by its bytes. A picture is made anew; any other file is served as it came, but for
 * what cameras write into videos, from where nobody can put anything. So what is put afterwards changes nothing.
 */
@Component
class UploadChecker {

    static final String MADE_TYPE = "image/jpeg";

    /** Those in which a camera writes where it was. */
    private static final Set<String> TELLING = Set.of("video/mp4", "video/quicktime", "audio/mp4");

    private static final long RENEWED_EVERY = 64L * 1024 * 1024;

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
            if (!uploads.ready(upload, checked(upload))) {
                // Discarded or erased meanwhile.
                objects.deleteAll(upload.made());
            }
        } catch (Refused refused) {
            uploads.refuse(upload, refused.reason());
        }
        objects.deleteAll(upload.incoming());
    }

    private Checked checked(Upload upload) throws IOException, InterruptedException {
        UUID source = upload.copiedFrom();
        if (source != null) {
            return copied(upload, source);
        }
        Stored stored = objects.look(upload.incoming())
                .filter(it -> it.size() == upload.size())
                .orElseThrow(() -> new Refused(Reason.FILE_DIFFERS));
        return upload.isPicture() ? picture(upload, stored) : file(upload, stored);
    }

    private Checked picture(Upload upload, Stored stored) throws IOException, InterruptedException {
        byte[] bytes =
                objects.read(upload.incoming(), stored.etag()).orElseThrow(() -> new Refused(Reason.FILE_DIFFERS));
        String type = FileType.of(bytes).orElseThrow(() -> new Refused(Reason.FILE_TYPE_INVALID));
        if (upload.purpose().isPortrait() && !type.equals(upload.type())) {
            throw new Refused(Reason.FILE_DIFFERS);
        }
        Map<String, PictureSize> pictures = upload.purpose().pictures();
        DecodedPicture picture = decoder.decode(bytes, List.copyOf(pictures.values()));
        List<String> names = new ArrayList<>(pictures.keySet());
        for (int i = 0; i < names.size(); i++) {
            objects.write(upload.made() + names.get(i), picture.made().get(i), MADE_TYPE);
        }
        byte[] whole = picture.made().getFirst();
        String digest = HexFormat.of().formatHex(sha256().digest(whole));
        return new Checked(MADE_TYPE, whole.length, digest, picture.width(), picture.height());
    }

    private Checked file(Upload upload, Stored stored) throws IOException {
        int first = (int) Math.min(FileType.LOOKED_AT, stored.size());
        String type = FileType.of(part(upload, stored, 0, first), upload.kind())
                .orElseThrow(() -> new Refused(Reason.FILE_TYPE_INVALID));
        List<Patch> patches = upload.kind() != Attachment.FILE && TELLING.contains(type)
                ? VideoMetadata.in(stored.size(), (from, length) -> part(upload, stored, from, length))
                : List.of();
        String original = upload.made() + Purpose.ORIGINAL;
        MessageDigest digest = sha256();
        try (InputStream bytes = new DigestInputStream(
                new PatchedStream(
                        objects.open(upload.incoming(), stored.etag())
                                .orElseThrow(() -> new Refused(Reason.FILE_DIFFERS)),
                        patches),
                digest)) {
            if (patches.isEmpty()) {
                readAll(upload, bytes);
                if (!objects.copy(upload.incoming(), stored.etag(), original)) {
                    throw new Refused(Reason.FILE_DIFFERS);
                }
            } else {
                objects.write(original, bytes, stored.size(), type);
            }
        }
        return new Checked(type, upload.size(), HexFormat.of().formatHex(digest.digest()), null, null);
    }

    private byte[] part(Upload upload, Stored stored, long from, int length) {
        return objects.read(upload.incoming(), stored.etag(), from, length)
                .filter(bytes -> bytes.length == length)
                .orElseThrow(() -> new Refused(Reason.FILE_DIFFERS));
    }

    private void readAll(Upload upload, InputStream bytes) throws IOException {
        byte[] buffer = new byte[FileType.LOOKED_AT];
        long sinceRenewed = 0;
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            sinceRenewed += read;
            if (sinceRenewed > RENEWED_EVERY) {
                uploads.stillBusy(upload);
                sinceRenewed = 0;
            }
        }
    }

    /** A message that is sent on has files of its own, below the id of whose they are. */
    private Checked copied(Upload upload, UUID copiedFrom) {
        CheckedUpload source =
                uploads.source(upload.owner(), copiedFrom).orElseThrow(() -> new Refused(Reason.UPLOAD_UNKNOWN));
        String from = upload.purpose().made(source.owner(), source.id());
        for (String name : upload.purpose().variants(upload.kind())) {
            boolean done = objects.look(from + name)
                    .filter(it -> objects.copy(from + name, it.etag(), upload.made() + name))
                    .isPresent();
            if (!done) {
                objects.deleteAll(upload.made());
                throw new Refused(Reason.UPLOAD_UNKNOWN);
            }
        }
        return source.file();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
