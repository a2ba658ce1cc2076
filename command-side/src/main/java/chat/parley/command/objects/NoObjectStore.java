package chat.parley.command.objects;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a deployment has no object store, nobody has objects. */
final class NoObjectStore implements ObjectStore {

    @Override
    public boolean exists() {
        return false;
    }

    @Override
    public Optional<Instant> clock() {
        return Optional.empty();
    }

    @Override
    public void prepare() {
        // There is nothing to prepare.
    }

    @Override
    public void deleteAll(String prefix) {
        // There is nothing to delete.
    }

    @Override
    public Stream<List<Listed>> list(String prefix) {
        return Stream.empty();
    }

    @Override
    public Optional<Stored> look(String key) {
        return Optional.empty();
    }

    @Override
    public Optional<byte[]> read(String key, String etag) {
        return Optional.empty();
    }

    @Override
    public Optional<byte[]> read(String key) {
        return Optional.empty();
    }

    @Override
    public Optional<InputStream> open(String key, String etag) {
        return Optional.empty();
    }

    @Override
    public Optional<byte[]> read(String key, String etag, long from, int length) {
        return Optional.empty();
    }

    @Override
    public void write(String key, InputStream bytes, long size, String type) {
        throw absent();
    }

    @Override
    public boolean copy(String from, String etag, String to) {
        return false;
    }

    @Override
    public void write(String key, byte[] bytes, String type) {
        throw absent();
    }

    @Override
    public SignedRequest signPut(String key, long size, String type, Duration within) {
        throw absent();
    }

    @Override
    public SignedRequest signGet(String key, String type, String disposition, Duration within) {
        throw absent();
    }

    private static IllegalStateException absent() {
        return new IllegalStateException("this deployment has no object store");
    }
}
