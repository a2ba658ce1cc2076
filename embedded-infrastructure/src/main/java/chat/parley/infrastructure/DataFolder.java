package chat.parley.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The folder everything is kept in, held by one process at a time. The lock ends with the process, however that ends. */
final class DataFolder implements AutoCloseable {
    /** Raised by one whenever a version can no longer read what the one before wrote. */
    private static final String FORMAT = "4";

    private static final String SECRETS = "secrets.properties";

    private final Path root;
    private final FileChannel lockFile;
    private final Ports ports;
    private final Secrets secrets;

    private DataFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
        this.ports = new Ports(root.resolve("ports.properties"));
        this.secrets = new Secrets(root.resolve(SECRETS));
    }

    static DataFolder open(Path folder) {
        try {
            Path root = privateDirectory(folder.toAbsolutePath().normalize()).toRealPath();
            return new DataFolder(root, locked(root));
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** @throws DataFolderOutdated what is in it was written by an earlier version */
    static DataFolder ofThisVersion(Path folder) {
        DataFolder opened = open(folder);
        try {
            Path marker = opened.root.resolve("format");
            if (Files.exists(marker)
                    ? !Files.readString(marker).strip().equals(FORMAT)
                    : Files.exists(opened.root.resolve(SECRETS))) {
                throw new DataFolderOutdated(opened.root);
            }
            PrivateFile.write(marker, FORMAT + "\n");
            return opened;
        } catch (IOException e) {
            opened.close();
            throw new UncheckedIOException(e);
        } catch (DataFolderOutdated e) {
            opened.close();
            throw e;
        }
    }

    private static FileChannel locked(Path root) throws IOException {
        Path file = root.resolve("lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new DataFolderInUse(root, Files.readString(file).strip());
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    Path root() {
        return root;
    }

    ComponentFolder of(Component part) throws IOException {
        privateDirectory(root.resolve("logs"));
        return new ComponentFolder(
                part, privateDirectory(root.resolve(part.fileName())), logFile(part), ports, secrets);
    }

    Ports ports() {
        return ports;
    }

    Secrets secrets() {
        return secrets;
    }

    Path logFile(Component part) {
        return root.resolve("logs").resolve(part.fileName() + ".log");
    }

    static Path privateDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return directory;
    }

    @Override
    public void close() {
        ports.close();
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
