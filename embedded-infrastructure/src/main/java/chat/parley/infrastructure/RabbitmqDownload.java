package chat.parley.infrastructure;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * RabbitMQ and Erlang from the packages of a Debian-like machine, unpacked into the cache: no root is needed and nothing is
 * installed.
 */
final class RabbitmqDownload {
    private static final List<String> PACKAGES = List.of(
            "rabbitmq-server",
            "erlang-base",
            "erlang-asn1",
            "erlang-crypto",
            "erlang-eldap",
            "erlang-ftp",
            "erlang-inets",
            "erlang-mnesia",
            "erlang-os-mon",
            "erlang-parsetools",
            "erlang-public-key",
            "erlang-runtime-tools",
            "erlang-ssl",
            "erlang-syntax-tools",
            "erlang-tftp",
            "erlang-tools",
            "erlang-xmerl");

    private final Cache cache;
    private final Path logFile;
    private final Runnable announcement;

    /** @param announcement runs before something is fetched, which is not at every start */
    RabbitmqDownload(Cache cache, Path logFile, Runnable announcement) {
        this.cache = cache;
        this.logFile = logFile;
        this.announcement = announcement;
    }

    static boolean isPossible() {
        return Files.isExecutable(Path.of("/usr/bin/apt-get")) && Files.isExecutable(Path.of("/usr/bin/dpkg"));
    }

    RabbitmqPrograms programs() throws IOException, InterruptedException {
        return RabbitmqPrograms.unpackedIn(cache.folder("rabbitmq", this::unpack));
    }

    private void unpack(Path target) throws IOException, InterruptedException {
        announcement.run();
        Path work = Files.createDirectory(target.resolve("packages"));
        download(work);
        try (DirectoryStream<Path> packages = Files.newDirectoryStream(work, "*.deb")) {
            for (Path file : packages) {
                run(work, List.of("dpkg", "-x", file.toString(), target.toString()));
            }
        }
        Folders.delete(work);
        makeMovable(target.resolve("usr/lib/erlang/bin/erl"));
    }

    private void download(Path work) throws IOException, InterruptedException {
        try {
            run(work, aptGet(List.of(), "download"));
        } catch (IOException noUsableLists) {
            // A fresh machine has no package lists, and an old one has lists of packages that are gone.
            List<String> ownState = List.of(
                    "-oDir::State=" + Files.createDirectory(work.resolve("state")),
                    "-oDir::State::status=/var/lib/dpkg/status",
                    "-oDir::Cache=" + Files.createDirectory(work.resolve("cache")));
            List<String> update = new ArrayList<>(aptGet(ownState, "update"));
            update.removeAll(PACKAGES);
            run(work, update);
            run(work, aptGet(ownState, "download"));
        }
    }

    private static List<String> aptGet(List<String> options, String command) {
        List<String> whole = new ArrayList<>(List.of("apt-get", "-q", "-oAPT::Sandbox::User=root"));
        whole.addAll(options);
        whole.add(command);
        whole.addAll(PACKAGES);
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

    /** The script names the folder Erlang is installed in; here that is wherever the script is. */
    private static void makeMovable(Path erl) throws IOException {
        String script = Files.readString(erl);
        String movable =
                script.replaceAll("ROOTDIR=\"?/usr/lib/erlang\"?", "ROOTDIR=\"\\$(cd \"\\${0%/*}/..\" && pwd)\"");
        if (movable.equals(script)) {
            throw new IOException(erl + " is not as expected");
        }
        Files.writeString(erl, movable);
    }
}
