package chat.parley.command.objects;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The store of uploaded files. Each method throws a {@link RuntimeException} if the store cannot be reached or refuses.
 */
public interface ObjectStore {

    /** What the store knows of an object without reading it. */
    record Stored(long size, String etag) {}

    /** An object as a list of the store shows it. */
    record Listed(String key, long size, Instant changed) {}

    /** Whether this deployment has one. */
    boolean exists();

    /** What the store's clock says; empty if there is none that says so. */
    Optional<Instant> clock();

    /** Returns once there is a bucket to put objects into. */
    void prepare();

    /**
     * Deletes all objects below a prefix, in all versions, and unfinished uploads. Returns once nothing is left; may be
     * repeated.
     */
    void deleteAll(String prefix);

    Optional<Stored> look(String key);

    /** All objects below a prefix, in parts that are asked for as they are used. */
    Stream<List<Listed>> list(String prefix);

    /** @param etag of what was looked at; empty if there is nothing or something else by now */
    Optional<byte[]> read(String key, String etag);

    Optional<byte[]> read(String key);

    /** As {@link #read(String, String)}, for what may be too large for memory. To be closed. */
    Optional<InputStream> open(String key, String etag);

    /** A part of what was looked at; empty if there is something else by now. */
    Optional<byte[]> read(String key, String etag, long from, int length);

    /** As {@link #write(String, byte[], String)}, for what may be too large for memory. */
    void write(String key, InputStream bytes, long size, String type);

    /** @return whether what was looked at is there under the other key now; false if there is nothing or something else by now */
    boolean copy(String from, String etag, String to);

    void write(String key, byte[] bytes, String type);

    /**
     * Where whoever has the address may put an object of exactly this size and type, again and again until it expires. Without
     * asking the store.
     */
    SignedRequest signPut(String key, long size, String type, Duration within);

    /** Where whoever has the address may get an object until it expires. Without asking the store. */
    SignedRequest signGet(String key, String type, String disposition, Duration within);
}
