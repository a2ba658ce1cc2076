package chat.parley.infrastructure;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Fetches packages of a Debian-like machine and unpacks them into a folder: no root is needed and nothing is installed. */
record DebianPackages(Path logFile) {

    static boolean areHad() {
        return Files.isExecutable(Path.of("/usr/bin/apt-get")) && Files.isExecutable(Path.of("/usr/bin/dpkg"));
    }

    /** What installing a package would fetch on this machine: with it what it needs and the machine lacks. */
    static List<String> withWhatItNeeds(String name) {
        return List.of("install", "-y", "--download-only", "--no-install-recommends", "-oDebug::NoLocking=1", name);
    }

    /** @param fetch what apt-get is told to do */
    void unpack(Path target, List<String> fetch) throws IOException, InterruptedException {
        Path work = Files.createDirectory(target.resolve("packages"));
        Files.createDirectory(work.resolve("partial"));
        fetch(work, fetch);
        try (DirectoryStream<Path> packages = Files.newDirectoryStream(work, "*.deb")) {
            for (Path file : packages) {
                run(work, List.of("dpkg", "-x", file.toString(), target.toString()));
            }
        }
        Folders.delete(work);
    }

    private void fetch(Path work, List<String> fetch) throws IOException, InterruptedException {
        List<String> here = List.of("-oDir::Cache::archives=" + work);
        try {
            run(work, aptGet(here, fetch));
        } catch (IOException noUsableLists) {
            // A fresh machine has no package lists, and an old one has lists of packages that are gone.
            List<String> ownState = new ArrayList<>(List.of(
                    "-oDir::State=" + Files.createDirectory(work.resolve("state")),
                    "-oDir::State::status=/var/lib/dpkg/status",
                    "-oDir::Cache=" + Files.createDirectory(work.resolve("cache"))));
            run(work, aptGet(ownState, List.of("update")));
            ownState.addAll(here);
            run(work, aptGet(ownState, fetch));
        }
    }

    private static List<String> aptGet(List<String> options, List<String> command) {
        List<String> whole = new ArrayList<>(List.of("apt-get", "-q", "-oAPT::Sandbox::User=root"));
        whole.addAll(options);
        whole.addAll(command);
        return whole;
    }

    private void run(Path folder, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command.subList(0, 2)) + " failed");
            }
        } finally {
            process.destroyForcibly();
        }
    }
}
