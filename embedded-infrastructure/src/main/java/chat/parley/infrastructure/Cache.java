package chat.parley.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Unpacked programs, shared by all data folders of a user: {@code PARLEY_CACHE}, else {@code parley} in the user's cache
 * folder. An entry is there as a whole or not at all, also when several processes want it at once.
 */
final class Cache {

    interface Filler {
        void fill(Path folder) throws IOException, InterruptedException;
    }

    private final Path root;

    Cache(Path root) {
        this.root = root;
    }

    static Cache ofUser() {
        String own = System.getenv().getOrDefault("PARLEY_CACHE", "");
        if (!own.isBlank()) {
            return new Cache(Path.of(own).toAbsolutePath());
        }
        String caches = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        Path base = caches.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(caches);
        return new Cache(base.resolve("parley"));
    }

    Path folder(String name, Filler filler) throws IOException, InterruptedException {
        Path wanted = root.resolve(name);
        if (Files.isDirectory(wanted)) {
            return wanted;
        }
        Path made = Files.createTempDirectory(DataFolder.privateDirectory(root), name + ".");
        try {
            filler.fill(made);
            Files.move(made, wanted, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | InterruptedException e) {
            Folders.delete(made);
            if (!Files.isDirectory(wanted)) {
                throw e;
            }
        }
        return wanted;
    }
}
