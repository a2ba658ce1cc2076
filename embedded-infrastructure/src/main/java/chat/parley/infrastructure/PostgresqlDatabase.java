package chat.parley.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes the database at the first start; a folder with the final name is always a complete one. */
record PostgresqlDatabase(ComponentFolder folder, Path programs) {

    void create(Path data, String database, String user) throws IOException, InterruptedException, ComponentFailed {
        Path unfinished = folder.resolve("data.new");
        Folders.delete(unfinished);
        Path password = PrivateFile.write(folder.resolve("password"), folder.secret("password"));
        run(
                "",
                "initdb",
                "-D",
                unfinished.toString(),
                "-U",
                user,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        Files.delete(password);
        run("CREATE DATABASE " + database + "\n", "postgres", "--single", "-D", unfinished.toString(), "postgres");
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void run(String input, String program, String... arguments)
            throws IOException, InterruptedException, ComponentFailed {
        List<String> command = new ArrayList<>(Postgresql.unprivileged(programs.resolve(program)));
        command.addAll(Arrays.asList(arguments));
        ChildProcess process = ChildProcess.start(folder, command);
        if (process.finish(input) != 0) {
            throw folder.failedByLog(program + " failed" + hint());
        }
    }

    private static String hint() {
        return Postgresql.isRoot()
                ? "; PostgreSQL does not run as root, so where `unshare -U` is not allowed, be an ordinary user"
                : "";
    }
}
