package chat.parley.infrastructure;

import java.io.IOException;
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

    RabbitmqPrograms programs() throws IOException, InterruptedException {
        return RabbitmqPrograms.unpackedIn(cache.folder("rabbitmq", this::unpack));
    }

    private void unpack(Path target) throws IOException, InterruptedException {
        announcement.run();
        List<String> download = new ArrayList<>(List.of("download"));
        download.addAll(PACKAGES);
        new DebianPackages(logFile).unpack(target, download);
        makeMovable(target.resolve("usr/lib/erlang/bin/erl"));
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
