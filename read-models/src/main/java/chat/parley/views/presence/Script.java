package chat.parley.views.presence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** What runs inside Redis in one step; the file of the same name, after the prelude they share. */
enum Script {
    OPEN,
    CLOSE,
    FOCUS,
    TAKE,
    RENEW,
    RESIGN,
    EVICT,
    LIVE,
    LAPSED,
    NODES_OF,
    SOCKETS_OF,
    PRESENCE,
    FORGET;

    private final String text;
    private final String digest;

    Script() {
        text = read("prelude") + read(name().toLowerCase(Locale.ROOT));
        digest = sha1(text);
    }

    String text() {
        return text;
    }

    /** The name Redis knows it by once it has run. */
    String digest() {
        return digest;
    }

    private static String read(String name) {
        try (InputStream file = Script.class.getResourceAsStream(name + ".lua")) {
            if (file == null) {
                throw new IllegalStateException("script " + name + " is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
