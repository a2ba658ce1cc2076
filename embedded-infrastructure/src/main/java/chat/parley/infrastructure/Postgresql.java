package chat.parley.infrastructure;

import chat.parley.database.Role;
import chat.parley.database.Roles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * PostgreSQL with the durability of a production server: a commit is on the disk. Its superuser makes the roles and is not used
 * for anything else.
 */
record Postgresql(ComponentFolder folder) implements EmbeddedComponent {
    private static final String DATABASE = "parley";
    private static final String SUPERUSER = "postgres";
    private static final int STATUS_LINE = 8;

    @Override
    public Address.Postgresql address() throws ComponentFailed {
        if (Files.exists(data().resolve("PG_VERSION")) && !folder.hasSecret("password")) {
            throw folder.failed(
                    "its data is there, but secrets.properties is not, which holds its password and the master key"
                            + " of what people wrote; put that file back from a backup");
        }
        String user = Role.STANDALONE.user();
        return new Address.Postgresql(url(), user, folder.secret(user));
    }

    private Path data() {
        return folder.resolve("data");
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(folder.port("client"), DATABASE);
    }

    @Override
    public RunningComponent start() throws IOException, InterruptedException, ComponentFailed {
        Path programs = PostgresqlBinaries.home().resolve("bin");
        Path data = data();
        if (!Files.isDirectory(data)) {
            new PostgresqlDatabase(folder, programs).create(data, DATABASE, SUPERUSER);
        }
        // No process of this folder is left by now, so whatever the file says, it is stale.
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        ChildProcess process = ChildProcess.start(folder, command(programs, data, folder.port("client")));
        process.awaitReady(() -> isReady(data, process.pid()));
        try {
            Roles.make(
                    new Address.Postgresql(url(), SUPERUSER, folder.secret("password")).dataSource(),
                    role -> folder.secret(role.user()));
        } catch (SQLException e) {
            process.kill();
            throw folder.failedByLog("its roles cannot be made: " + e.getMessage());
        }
        // SIGINT closes the connections that are still open; SIGTERM would wait for them.
        return new ChildComponent(process, "INT");
    }

    private static List<String> command(Path programs, Path data, int port) {
        List<String> command = unprivileged(programs.resolve("postgres"));
        command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        Map.of(
                        "listen_addresses", "127.0.0.1",
                        "unix_socket_directories", "",
                        "max_connections", "100",
                        "shared_buffers", "64MB",
                        "fsync", "on",
                        "synchronous_commit", "on",
                        "timezone", "UTC",
                        "log_timezone", "UTC",
                        "jit", "off")
                .forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody, with the same files. */
    static List<String> unprivileged(Path program) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(program.toString());
        return command;
    }

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** The status PostgreSQL itself leaves for its own start program. */
    private static boolean isReady(Path data, long pid) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.size() >= STATUS_LINE
                    && lines.getFirst().strip().equals(Long.toString(pid))
                    && lines.get(STATUS_LINE - 1).strip().equals("ready");
        } catch (IOException notYet) {
            return false;
        }
    }
}
