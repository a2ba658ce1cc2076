package chat.parley.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a folder that an earlier release has used, in which Cassandra let everybody in and had its default role. */
class CassandraTest {
    @TempDir
    private static Path folder = Path.of("");

    private static EmbeddedInfrastructure infrastructure;
    private static Address.Cassandra address;

    @BeforeAll
    static void start() throws Exception {
        useAsAnEarlierRelease();
        infrastructure =
                EmbeddedInfrastructure.start(folder, Set.of(Component.CASSANDRA), Map.of(), new RecordedProgress());
        address = infrastructure.addresses().cassandra();
    }

    @AfterAll
    static void stop() {
        infrastructure.close();
    }

    private static void useAsAnEarlierRelease() throws Exception {
        try (DataFolder data = DataFolder.ofThisVersion(folder)) {
            ComponentFolder own = data.of(Component.CASSANDRA);
            Cassandra cassandra = new Cassandra(own);
            int port = own.port("client");
            String open = cassandra
                    .configuration(port)
                    .lines()
                    .filter(line -> !line.contains("auth") && !line.contains("chat.parley.child"))
                    .collect(Collectors.joining("\n"));
            Path configuration = Files.writeString(own.resolve("cassandra.yaml"), open);
            List<String> command = new ArrayList<>(cassandra.command(configuration));
            command.add(1, "-Dcassandra.superuser_setup_delay_ms=0");
            ChildProcess process = ChildProcess.start(own, command);
            try {
                Address.Cassandra everybodys = at(port, "");
                process.awaitReady(() -> answers(everybodys, "select release_version from system.local"));
                Answers.cql(
                        everybodys,
                        "create keyspace old with replication = {'class':'SimpleStrategy','replication_factor':1}");
                Answers.cql(everybodys, "create table old.kept (id int primary key, value text)");
                Answers.cql(everybodys, "insert into old.kept (id, value) values (1, 'from before')");
                await().untilAsserted(() -> assertThat(Answers.cql(everybodys, "select role from system_auth.roles"))
                        .contains("cassandra"));
                assertThat(answerToAnotherNode()).isNotEmpty();
            } finally {
                process.stop("TERM");
            }
        }
    }

    private static Address.Cassandra at(int port, String user) {
        return new Address.Cassandra(URI.create("cassandra://" + user + "127.0.0.1:" + port + "/datacenter1"));
    }

    private static boolean answers(Address.Cassandra at, String query) {
        try {
            Answers.cql(at, query);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Test
    void whatWasThereIsReadAndWrittenOn() throws Exception {
        assertThat(Answers.cql(address, "select value from old.kept")).contains("from before");
        Answers.cql(address, "insert into old.kept (id, value) values (2, 'from now')");
        Answers.cql(address, "create table if not exists old.another (id int primary key)");
        Answers.cql(
                address, "create keyspace fresh with replication = {'class':'SimpleStrategy','replication_factor':1}");
        Answers.cql(address, "create table fresh.made (id int primary key)");
        Answers.cql(address, "insert into fresh.made (id) values (1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cassandra:cassandra@", "parley:parley@", "parley:guessed@", "parley:@", "nobody:guessed@"})
    void nobodyGetsInWithoutThePassword(String user) {
        assertThatThrownBy(() -> Answers.cql(at(address.port(), user), "select value from old.kept"))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("(?s).*(password are incorrect|Password must not be null).*");
    }

    @Test
    void whoSaysNothingGetsNothing() {
        assertThatThrownBy(() -> Answers.cql(at(address.port(), ""), "select value from old.kept"))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select salted_hash from system_auth.roles",
                "insert into system_auth.roles (role, is_superuser, can_login) values ('me', true, true)",
                "create role me with superuser = true",
                "alter role parley with superuser = true",
                "grant select on all keyspaces to parley",
                "drop keyspace system_auth"
            })
    void whoHasItReachesNoFurtherThanItsKeyspaces(String statement) {
        assertThatThrownBy(() -> Answers.cql(address, statement))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("(?s).*(no \\w+ permission|sufficient privileges|aren't allowed|Cannot DROP).*");
    }

    @Test
    void thePasswordIsInNoFileButThatOfTheSecrets() throws Exception {
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).filter(CassandraTest::holdsThePassword))
                    .extracting(file -> file.getFileName().toString())
                    .containsExactly("secrets.properties");
        }
    }

    private static boolean holdsThePassword(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(address.password());
        } catch (IOException gone) {
            return false;
        }
    }

    @Test
    void noOtherNodeIsLetIn() throws Exception {
        assertThat(answerToAnotherNode()).isEmpty();
    }

    /** What comes back when somebody connects as another node would and says the first words of that. */
    private static byte[] answerToAnotherNode() throws IOException {
        try (Socket node = new Socket(InetAddress.getLoopbackAddress(), storagePort())) {
            node.setSoTimeout(20_000);
            node.getOutputStream().write(firstWordsOfANode());
            return node.getInputStream().readNBytes(Integer.BYTES);
        }
    }

    /** Of Cassandra 4 and later: a magic number, flags with the versions, the node's address, a checksum. */
    private static byte[] firstWordsOfANode() {
        ByteBuffer words = ByteBuffer.allocate(19);
        words.putInt(0xCA552DFA).put(new byte[] {13, 12, 12, 2});
        words.put(new byte[] {6, 127, 0, 0, 2}).putShort((short) 7000);
        CRC32 checksum = new CRC32();
        checksum.update(new byte[] {(byte) 0xFA, 0x2D, 0x55, (byte) 0xCA});
        checksum.update(words.array(), 0, words.position());
        return words.putInt((int) checksum.getValue()).array();
    }

    private static int storagePort() throws IOException {
        Properties ports = new Properties();
        try (Reader file = Files.newBufferedReader(folder.resolve("ports.properties"))) {
            ports.load(file);
        }
        return Integer.parseInt(ports.getProperty("cassandra.storage"));
    }
}
