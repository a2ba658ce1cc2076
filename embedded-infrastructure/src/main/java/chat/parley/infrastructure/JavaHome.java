package chat.parley.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** A Java for Cassandra: 17, which it is made for, where there is one, else the one that runs this. */
record JavaHome(Path folder, int release) {

    static JavaHome forCassandra() {
        return installed()
                .flatMap(JavaHome::read)
                .filter(java -> java.release == 17)
                .findFirst()
                .orElseGet(() -> new JavaHome(
                        Path.of(System.getProperty("java.home")),
                        Runtime.version().feature()));
    }

    Path java() {
        return folder.resolve("bin/java");
    }

    private static Stream<Path> installed() {
        Path home = Path.of(System.getProperty("user.home"));
        Stream<Path> named = Stream.of("JAVA_17_HOME", "JAVA17_HOME", "JAVA_HOME")
                .map(variable -> System.getenv().getOrDefault(variable, ""))
                .filter(value -> !value.isBlank())
                .map(Path::of);
        Stream<Path> usual = Stream.of(
                        Path.of("/usr/lib/jvm"),
                        Path.of("/opt"),
                        home.resolve(".sdkman/candidates/java"),
                        home.resolve(".jdks"),
                        Path.of("/Library/Java/JavaVirtualMachines"))
                .flatMap(parent -> foldersIn(parent).stream())
                .map(folder ->
                        Files.isDirectory(folder.resolve("Contents/Home")) ? folder.resolve("Contents/Home") : folder);
        return Stream.concat(named, usual);
    }

    private static List<Path> foldersIn(Path parent) {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.sorted().toList();
        } catch (IOException nothingThere) {
            return List.of();
        }
    }

    private static Stream<JavaHome> read(Path folder) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve("release"))) {
            properties.load(reader);
            String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
            JavaHome home = new JavaHome(folder, Runtime.Version.parse(version).feature());
            return Files.isExecutable(home.java()) ? Stream.of(home) : Stream.empty();
        } catch (IOException | IllegalArgumentException notOne) {
            return Stream.empty();
        }
    }
}
