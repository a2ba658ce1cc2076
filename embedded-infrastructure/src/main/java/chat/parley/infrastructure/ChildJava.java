package chat.parley.infrastructure;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A class path of its own for a part that runs in a JVM of its own. Our few files of it are copied out of the program,
 * because a JVM cannot read them from where they may be packed in; the libraries are where the build found them.
 */
final class ChildJava {
    private ChildJava() {}

    static String classPath(Path target, List<String> ownFiles, String libraryList) throws IOException {
        for (String name : ownFiles) {
            Path file = target.resolve(name);
            Files.createDirectories(file.getParent());
            try (InputStream resource = Resources.open("/" + name)) {
                Files.write(file, resource.readAllBytes());
            }
        }
        try (InputStream resource = Resources.open("/" + libraryList)) {
            String libraries = new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
            for (String library : libraries.split(File.pathSeparator)) {
                if (!Files.exists(Path.of(library))) {
                    throw new IOException(library + " is gone since Parley was built; build it again");
                }
            }
            return target + File.pathSeparator + libraries;
        }
    }
}
