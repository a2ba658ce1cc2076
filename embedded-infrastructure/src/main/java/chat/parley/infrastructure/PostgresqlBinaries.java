package chat.parley.infrastructure;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked from a Maven artifact once for all data folders. */
final class PostgresqlBinaries {
    private static final int EXECUTABLE_BY_OWNER = 0100;

    private PostgresqlBinaries() {}

    static Path home() throws IOException, InterruptedException {
        return Cache.ofUser().folder("postgresql-18.6", PostgresqlBinaries::unpack);
    }

    private static void unpack(Path target) throws IOException {
        try (var resource = Resources.open(Platform.current().postgresqlArchive());
                var tar = new TarArchiveInputStream(
                        new XZCompressorInputStream(new BufferedInputStream(resource)), "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            if ((entry.getMode() & EXECUTABLE_BY_OWNER) != 0) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
