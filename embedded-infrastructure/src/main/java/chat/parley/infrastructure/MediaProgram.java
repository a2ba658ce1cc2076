package chat.parley.infrastructure;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program for calls: the installed one, else one from the packages of a Debian-like machine, unpacked with its libraries into the cache.
 *
 * @param libraries the folders with its libraries; empty where it is installed
 */
record MediaProgram(Path program, List<Path> libraries) {

    private static final List<Path> INSTALLED_LIBRARIES = List.of(Path.of("/usr/lib"), Path.of("/usr/local/lib"));

    /** @param size of what is fetched, for the person who waits */
    static MediaProgram find(
            ComponentFolder folder, Progress progress, String name, String packageName, String size, String without)
            throws IOException, InterruptedException, ComponentFailed {
        String searched = System.getenv().getOrDefault("PATH", "") + ":/usr/bin:/usr/local/bin:/opt/homebrew/bin";
        for (String place : searched.split(":")) {
            if (!place.isBlank() && Files.isExecutable(Path.of(place, name))) {
                return new MediaProgram(Path.of(place, name), List.of());
            }
        }
        String instead = "Install it with `sudo apt-get install %s`, or give the address of one in %s. %s"
                .formatted(packageName, folder.part().variable(), without);
        if (!DebianPackages.areHad()) {
            throw folder.failed("it is not installed here. " + instead);
        }
        try {
            return unpackedIn(
                    Cache.ofUser().folder(packageName, target -> {
                        progress.detail(folder.part(), "fetching its Debian packages, " + size + ", once");
                        new DebianPackages(folder.logFile())
                                .unpack(target, DebianPackages.withWhatItNeeds(packageName));
                    }),
                    name);
        } catch (IOException e) {
            throw folder.failedByLog("it is not installed here, and fetching its packages failed (%s). %s"
                    .formatted(e.getMessage(), instead));
        }
    }

    private static MediaProgram unpackedIn(Path root, String name) throws IOException {
        Path program = root.resolve("usr/bin").resolve(name);
        if (!Files.isExecutable(program)) {
            throw new IOException("there is no " + name + " in " + root + "; remove that folder");
        }
        List<Path> libraries = new ArrayList<>(List.of(root.resolve("usr/lib")));
        try (DirectoryStream<Path> found = Files.newDirectoryStream(root.resolve("usr/lib"), "*-linux-*")) {
            found.forEach(libraries::addFirst);
        }
        return new MediaProgram(program, libraries);
    }

    Map<String, String> environment() {
        return libraries.isEmpty()
                ? Map.of()
                : Map.of(
                        "LD_LIBRARY_PATH",
                        libraries.stream().map(Path::toString).collect(Collectors.joining(":")));
    }

    /** A folder among its libraries. */
    Path library(String name) throws IOException {
        List<Path> places = libraries.isEmpty() ? installedPlaces() : libraries;
        return places.stream()
                .map(place -> place.resolve(name))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new IOException("there is no " + name + " in " + places));
    }

    private static List<Path> installedPlaces() throws IOException {
        List<Path> places = new ArrayList<>();
        for (Path parent : INSTALLED_LIBRARIES) {
            if (Files.isDirectory(parent)) {
                try (Stream<Path> below = Files.list(parent)) {
                    below.filter(folder -> folder.getFileName().toString().contains("-linux-"))
                            .forEach(places::add);
                }
                places.add(parent);
            }
        }
        return places;
    }
}
