package chat.parley.infrastructure;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * RabbitMQ's start script and the Erlang that runs it.
 *
 * @param server the script as the makers ship it, not the wrapper of a system service, which insists on the service's user
 * @param erlang the folder with {@code bin/erl} and {@code erts-…}
 */
record RabbitmqPrograms(Path server, Path erlang) {

    static Optional<RabbitmqPrograms> installed() {
        Stream<Path> servers = Stream.concat(
                matching(Path.of("/usr/lib/rabbitmq/lib"), "rabbitmq_server-*").stream()
                        .map(home -> home.resolve("sbin/rabbitmq-server")),
                Stream.of("/opt/homebrew/opt/rabbitmq", "/usr/local/opt/rabbitmq")
                        .map(home -> Path.of(home, "sbin/rabbitmq-server")));
        return servers.filter(Files::isExecutable)
                .findFirst()
                .flatMap(server -> installedErlang().map(erlang -> new RabbitmqPrograms(server, erlang)));
    }

    private static Optional<Path> installedErlang() {
        String searched = System.getenv().getOrDefault("PATH", "") + ":/usr/bin:/opt/homebrew/bin:/usr/local/bin";
        return Stream.of(searched.split(":"))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "erl"))
                .filter(Files::isExecutable)
                .flatMap(erl -> erlangOf(erl).stream())
                .findFirst();
    }

    private static Optional<Path> erlangOf(Path erl) {
        try {
            Path home = erl.toRealPath().resolve("../..").normalize();
            return matching(home, "erts-*").isEmpty() ? Optional.empty() : Optional.of(home);
        } catch (IOException notReadable) {
            return Optional.empty();
        }
    }

    static RabbitmqPrograms unpackedIn(Path root) throws IOException {
        List<Path> homes = matching(root.resolve("usr/lib/rabbitmq/lib"), "rabbitmq_server-*");
        if (homes.isEmpty()) {
            throw new IOException("There is no RabbitMQ in " + root + "; remove that folder and start again");
        }
        return new RabbitmqPrograms(homes.getFirst().resolve("sbin/rabbitmq-server"), root.resolve("usr/lib/erlang"));
    }

    Path epmd() throws IOException {
        List<Path> runtimes = matching(erlang, "erts-*");
        if (runtimes.isEmpty()) {
            throw new IOException("There is no Erlang runtime in " + erlang);
        }
        return runtimes.getFirst().resolve("bin/epmd");
    }

    private static List<Path> matching(Path folder, String glob) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
            return StreamSupport.stream(found.spliterator(), false).sorted().toList();
        } catch (IOException nothingThere) {
            return List.of();
        }
    }
}
