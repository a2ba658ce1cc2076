package chat.parley.infrastructure;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Secrets made at the first start and kept. They are hexadecimal, so that they fit into any address unescaped. */
final class Secrets {
    private static final int BYTES = 32;

    private final PropertiesFile file;
    private final SecureRandom random = new SecureRandom();

    Secrets(Path file) {
        this.file = new PropertiesFile(file);
    }

    boolean has(String name) {
        return file.get(name) != null;
    }

    synchronized String of(String name) {
        @Nullable String kept = file.get(name);
        if (kept != null) {
            return kept;
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String made = HexFormat.of().formatHex(bytes);
        file.put(name, made);
        return made;
    }

    synchronized SigningKeyPair keyPair(String name) {
        @Nullable String privateKey = file.get(name + ".private");
        @Nullable String publicKey = file.get(name + ".public");
        if (privateKey != null && publicKey != null) {
            return new SigningKeyPair(privateKey, publicKey);
        }
        SigningKeyPair made = SigningKeyPair.fresh();
        file.put(name + ".private", made.privateKey());
        file.put(name + ".public", made.publicKey());
        return made;
    }
}
