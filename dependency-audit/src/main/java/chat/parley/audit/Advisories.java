package chat.parley.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An advisory database: files with one entry each or with a list of them, folders of such files, and archives of them as osv.dev offers one
 * for each ecosystem. They are read one after the other, since all together are large.
 */
record Advisories(List<Path> places) {

    private static final String JSON = ".json";

    void forEach(Consumer<Advisory> each) throws IOException {
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                try (Stream<Path> files = Files.walk(place)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        readFile(file, each);
                    }
                }
            } else {
                readFile(place, each);
            }
        }
    }

    private static void readFile(Path file, Consumer<Advisory> each) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(".zip")) {
            readArchive(file, each);
        } else if (name.endsWith(JSON)) {
            try (InputStream entry = Files.newInputStream(file)) {
                readEntry(entry, each);
            }
        }
    }

    private static void readArchive(Path file, Consumer<Advisory> each) throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> all = archive.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (entry.getName().endsWith(JSON)) {
                    try (InputStream content = archive.getInputStream(entry)) {
                        readEntry(content, each);
                    }
                }
            }
        }
    }

    private static void readEntry(InputStream content, Consumer<Advisory> each) {
        JsonNode read = JsonMapper.shared().readTree(content);
        (read.isArray() ? read.valueStream() : Stream.of(read))
                .map(Advisory::new)
                .forEach(each);
    }
}
