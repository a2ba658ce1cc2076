package chat.parley.command.attachment;

import chat.parley.command.upload.Purpose;
import chat.parley.events.Attachment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.http.ContentDisposition;

/** How a file, or a smaller picture of it, is served. Only what no browser runs is shown there; everything else is saved. */
record Variant(String name, String type, String disposition) {

    /** Made of images. */
    static final List<String> PICTURES = List.of("p320", "p1280");

    private static final Set<Integer> SHOWN = Set.of(Attachment.IMAGE, Attachment.VIDEO, Attachment.SOUND);

    /** @param toSave whether the browser is to save it, whatever it is */
    static Variant of(Attachment file, String name, boolean toSave) {
        boolean shown = SHOWN.contains(file.kind()) && !toSave;
        String type = SHOWN.contains(file.kind()) ? file.type() : "application/octet-stream";
        ContentDisposition.Builder how = shown ? ContentDisposition.inline() : ContentDisposition.attachment();
        return new Variant(
                name,
                type,
                how.filename(savedAs(file), StandardCharsets.UTF_8).build().toString());
    }

    /** An image is made anew as JPEG, whatever it was. */
    private static String savedAs(Attachment file) {
        String name = file.name();
        if (file.kind() != Attachment.IMAGE || name.matches("(?i).*\\.jpe?g")) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name) + ".jpg";
    }

    static boolean isOf(Attachment file, String name) {
        List<String> made = file.variants();
        return name.equals(Purpose.ORIGINAL) || (made != null && made.contains(name));
    }
}
