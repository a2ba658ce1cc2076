package chat.parley.infrastructure;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One Cassandra node in a JVM of its own, with no more memory than one person's use of it takes. It lets in one role, which is there before
 * its port opens, and no other node.
 */
record Cassandra(ComponentFolder folder) implements EmbeddedComponent {
    private static final String USER = "parley";
    private static final List<String> OWN_FILES = List.of(
            "chat/parley/child/ChildMain.class",
            "chat/parley/child/CoarseTimers.class",
            "chat/parley/child/ForgetfulCassandra.class",
            "chat/parley/child/NoOtherNodes.class",
            "chat/parley/child/OneRole.class",
            "org/apache/cassandra/security/ThreadAwareSecurityManager.class",
            "chat/parley/cassandra/logback.xml");
    /** CQL: an OPTIONS request of protocol version 4, and the beginning of the SUPPORTED response to it. */
    private static final byte[] OPTIONS = {4, 0, 0, 0, 5, 0, 0, 0, 0};

    private static final byte[] SUPPORTED = {(byte) 0x84, 0, 0, 0, 6};

    @Override
    public Address.Cassandra address() {
        return new Address.Cassandra(URI.create("cassandra://%s:%s@127.0.0.1:%d/datacenter1"
                .formatted(USER, folder.secret("password"), folder.port("client"))));
    }

    @Override
    public RunningComponent start() throws IOException, InterruptedException, ComponentFailed {
        int port = folder.port("client");
        Path configuration = Files.writeString(folder.resolve("cassandra.yaml"), configuration(port));
        ChildProcess process = ChildProcess.start(
                folder, command(configuration), Map.of("PARLEY_CASSANDRA_PASSWORD", folder.secret("password")));
        process.awaitReady(() -> Loopback.answers(port, OPTIONS, SUPPORTED));
        process.giveWay();
        return new ChildComponent(process, "TERM");
    }

    String configuration(int port) {
        int storagePort = folder.port("storage");
        return """
            cluster_name: parley
            num_tokens: 1
            partitioner: org.apache.cassandra.dht.Murmur3Partitioner
            endpoint_snitch: SimpleSnitch
            listen_address: 127.0.0.1
            rpc_address: 127.0.0.1
            start_native_transport: true
            native_transport_port: %1$d
            storage_port: %2$d
            seed_provider:
              - class_name: org.apache.cassandra.locator.SimpleSeedProvider
                parameters:
                  - seeds: "127.0.0.1:%2$d"
            data_file_directories: ["%3$s/data"]
            commitlog_directory: "%3$s/commitlog"
            saved_caches_directory: "%3$s/saved_caches"
            hints_directory: "%3$s/hints"
            commitlog_sync: periodic
            commitlog_sync_period: 10000ms
            commitlog_segment_size: 16MiB
            commitlog_total_space: 256MiB
            concurrent_reads: 16
            concurrent_writes: 16
            memtable_heap_space: 48MiB
            memtable_offheap_space: 48MiB
            key_cache_size: 8MiB
            file_cache_size: 32MiB
            auto_snapshot: false
            authenticator: PasswordAuthenticator
            authorizer: CassandraAuthorizer
            role_manager: chat.parley.child.OneRole
            internode_authenticator:
              class_name: chat.parley.child.NoOtherNodes
            user_defined_functions_enabled: false
            """.formatted(port, storagePort, folder.folder());
    }

    List<String> command(Path configuration) throws IOException {
        JavaHome java = JavaHome.forCassandra();
        Path files = folder.directory("launcher");
        List<String> command = new ArrayList<>();
        command.add(java.java().toString());
        command.addAll(List.of("-Xms64m", "-Xmx256m", "-Xss256k", "-XX:MaxDirectMemorySize=128m"));
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"));
        for (String opened : List.of("java.base/sun.nio.ch", "java.base/jdk.internal.ref", "java.base/java.io")) {
            command.addAll(List.of("--add-opens", opened + "=ALL-UNNAMED"));
        }
        if (java.release() >= 24) {
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        command.add("-Dlogback.configurationFile=chat/parley/cassandra/logback.xml");
        command.add("-Dcassandra.config=" + configuration.toUri());
        command.add("-Dcassandra.storagedir=" + folder.folder());
        command.add("-Dcassandra-foreground=yes");
        // What it does of itself, all the time: name threads after tasks, and look at the clock every other
        // millisecond.
        command.add("-Dcassandra.set_sep_thread_name=false");
        command.add("-Dcassandra.approximate_time_precision_ms=20");
        // A password that nobody can guess needs no expensive hash, which every connection would wait for.
        command.add("-Dcassandra.auth_bcrypt_gensalt_log2_rounds=4");
        command.add("-Dcassandra.skip_wait_for_gossip_to_settle=0");
        // What it would measure for two seconds at every start, always with this result.
        command.add("-Dcassandra.memtable.row_overhead_size=180");
        command.addAll(List.of("-cp", ChildJava.classPath(files, OWN_FILES, "chat/parley/cassandra/class-path")));
        command.addAll(List.of("chat.parley.child.ChildMain", "chat.parley.child.ForgetfulCassandra"));
        return command;
    }
}
