package chat.parley.command.upload;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Recognizes pictures by their first bytes. */
final class FileType {

    static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/gif", "image/bmp", "image/webp");

    private FileType() {}

    static Optional<String> of(byte[] file) {
        if (begins(file, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        if (begins(file, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of("image/png");
        }
        if (begins(file, 0, "GIF87a") || begins(file, 0, "GIF89a")) {
            return Optional.of("image/gif");
        }
        if (begins(file, 0, "RIFF") && begins(file, 8, "WEBP")) {
            return Optional.of("image/webp");
        }
        return begins(file, 0, "BM") ? Optional.of("image/bmp") : Optional.empty();
    }

    private static boolean begins(byte[] file, int from, String sign) {
        byte[] expected = sign.getBytes(StandardCharsets.ISO_8859_1);
        if (file.length < from + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (file[from + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
