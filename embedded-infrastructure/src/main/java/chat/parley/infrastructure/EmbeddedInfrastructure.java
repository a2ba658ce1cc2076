package chat.parley.infrastructure;

import chat.parley.database.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Real components on loopback ports, with their data in one folder that one process uses at a time. However the processes of
 * an earlier run ended, the next start in the same folder works, on the same ports where those are still free. A part that ends
 * unasked is started again, on the same port and with the same data and secrets.
 */
public final class EmbeddedInfrastructure implements AutoCloseable {
    private final DataFolder folder;
    private final Map<Component, String> given;
    private final Progress progress;
    private final ParallelStart starts;
    private final Map<Component, Address> addresses = new ConcurrentHashMap<>();
    private final Map<Component, WatchedComponent> running = new ConcurrentHashMap<>();

    private EmbeddedInfrastructure(DataFolder folder, Map<Component, String> given, Progress progress) {
        this.folder = folder;
        this.given = Map.copyOf(given);
        this.progress = progress;
        this.starts = new ParallelStart(folder, progress, this::started);
    }

    /**
     * Starts the parts in parallel and returns when all answer. For a part whose address is given nothing is started. Until
     * it returns, the end of the JVM stops what was started; afterwards that is the caller's part, by {@link #close}.
     *
     * @param givenAddresses in the form of {@link Component#addressForm()}
     * @throws ComponentFailed when one cannot start; the others are stopped again
     * @throws DataFolderInUse when another process uses the folder
     * @throws DataFolderOutdated when an earlier version wrote what is in it
     * @throws IllegalArgumentException when a given address cannot be read
     */
    public static EmbeddedInfrastructure start(
            Path dataFolder, Set<Component> parts, Map<Component, String> givenAddresses, Progress progress)
            throws ComponentFailed {
        return start(dataFolder, parts, parts, givenAddresses, progress);
    }

    /**
     * As the other, but returns as soon as the first of the parts answer. The addresses of all are known by then; {@link #await}
     * waits for the rest.
     */
    public static EmbeddedInfrastructure start(
            Path dataFolder,
            Set<Component> first,
            Set<Component> parts,
            Map<Component, String> givenAddresses,
            Progress progress)
            throws ComponentFailed {
        var infrastructure = new EmbeddedInfrastructure(DataFolder.ofThisVersion(dataFolder), givenAddresses, progress);
        Thread closing = new Thread(infrastructure::close, "close-infrastructure");
        Runtime.getRuntime().addShutdownHook(closing);
        try {
            infrastructure.begin(parts);
            infrastructure.await(first);
            return infrastructure;
        } catch (ComponentFailed | RuntimeException e) {
            infrastructure.close();
            throw e;
        } finally {
            forget(closing);
        }
    }

    /** Deletes a data folder and stops what may be left of its processes, unless another process uses it. */
    public static void discard(Path dataFolder) {
        try (DataFolder abandoned = DataFolder.open(dataFolder)) {
            Orphans.stopIn(abandoned.root());
            Folders.delete(abandoned.root());
        } catch (DataFolderInUse stillUsed) {
            // Whoever uses it will discard it.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // The hook runs, which is what it is for.
        }
    }

    /** Starts those of the parts that were not asked for before, in parallel, and returns when all answer. */
    public void require(Set<Component> parts) throws ComponentFailed {
        begin(parts);
        await(parts);
    }

    private synchronized void begin(Set<Component> parts) throws ComponentFailed {
        Set<Component> missing = EnumSet.noneOf(Component.class);
        for (Component part : parts) {
            String address = given.get(part);
            if (address != null) {
                addresses.computeIfAbsent(part, absent -> useGiven(part, address));
            } else if (!addresses.containsKey(part)) {
                missing.add(part);
            }
        }
        addresses.putAll(starts.begin(missing));
    }

    /** Returns when those of these parts answer that were asked for. */
    public void await(Set<Component> parts) throws ComponentFailed {
        starts.await(parts);
    }

    private Address useGiven(Component part, String text) {
        Address address = GivenAddress.parse(part, text);
        progress.given(part, address.toString());
        return address;
    }

    private void started(Component part, RunningComponent started) {
        running.put(part, WatchedComponent.watch(part, started, () -> starts.startAfterEarlierRuns(part), progress));
    }

    public Addresses addresses() {
        return new Addresses(addresses);
    }

    /** The PostgreSQL that was started here, for another role than the one that is every service. */
    public Address.Postgresql postgresql(Role role) {
        return new Address.Postgresql(
                addresses().postgresql().jdbcUrl(),
                role.user(),
                secret(Component.POSTGRESQL.fileName() + "." + role.user()));
    }

    /** A secret of the services that use the parts, made when first asked for and kept with the data. */
    public String secret(String name) {
        return folder.secrets().of(name);
    }

    /** A key pair of the services, made when first asked for and kept with the data. */
    public SigningKeyPair keyPair(String name) {
        return folder.secrets().keyPair(name);
    }

    /** A free port for a service, kept like those of the parts. */
    public int port(String name) {
        return folder.ports().of(name);
    }

    /** A port for a service, kept like those of the parts: the preferred one at first if it is free. */
    public int port(String name, int preferred) {
        return folder.ports().of(name, preferred);
    }

    /** Stops a part that was started here; its address stays, for {@link #restart}. */
    public void stop(Component part) {
        taken(part).stop();
    }

    /** Ends a part that was started here as a crash would, with SIGKILL; it stays down until {@link #restart}. */
    public void kill(Component part) {
        taken(part).kill();
    }

    /** Starts a part again with the same port and data, after stopping it if it still runs. */
    public synchronized void restart(Component part) throws ComponentFailed {
        WatchedComponent old = running.remove(part);
        if (old != null) {
            old.stop();
        }
        addresses.remove(part);
        require(Set.of(part));
    }

    private WatchedComponent taken(Component part) {
        WatchedComponent taken = running.remove(part);
        if (taken == null) {
            throw new IllegalStateException(part.title() + " does not run here");
        }
        return taken;
    }

    /**
     * From now on a part that ends stays ended, and one that is being started again is given up. To be called first in a stop: what
     * ends the whole program, such as a service manager, may end its parts at the same time.
     */
    public void stopWatching() {
        running.values().forEach(WatchedComponent::stopWatching);
    }

    /** Stops everything that was started here, in parallel, within five seconds, and releases the folder. */
    @Override
    public void close() {
        stopWatching();
        starts.cancel();
        synchronized (running) {
            try (ExecutorService stops = Executors.newVirtualThreadPerTaskExecutor()) {
                running.values().forEach(part -> stops.execute(part::stop));
            }
            running.clear();
            folder.close();
        }
    }
}
