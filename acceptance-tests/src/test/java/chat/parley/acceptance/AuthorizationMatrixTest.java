package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.acceptance.Matrix.Who;
import chat.parley.infrastructure.Address;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation and every frame, asked for by everyone; who is refused has changed nothing. */
class AuthorizationMatrixTest {

    /** Everything that a request may change is in these, or follows from the log. */
    private static final String STATE = """
            SELECT (SELECT position FROM log.head), sum(digest)
            FROM (SELECT hashtextextended(t::text, 0)::numeric AS digest FROM accounts.credential t
                  UNION ALL SELECT hashtextextended(t::text, 1)::numeric FROM accounts.session t
                  UNION ALL SELECT hashtextextended(t::text, 2)::numeric FROM accounts.client t
                  UNION ALL SELECT hashtextextended(t::text, 3)::numeric FROM accounts.command_key t
                  UNION ALL SELECT hashtextextended(t::text, 4)::numeric FROM log.membership t
                  UNION ALL SELECT hashtextextended(t::text, 5)::numeric FROM log.account t
                  UNION ALL SELECT hashtextextended(t::text, 6)::numeric FROM log.username t)""";

    static Set<String> operations() {
        return Matrix.operations();
    }

    static Set<String> frames() {
        return Matrix.frames();
    }

    @Test
    void thereIsARowForEachOperationAndFrameAndForNothingElse() {
        Set<String> needed = new TreeSet<>(Matrix.operations());
        needed.addAll(Matrix.frames());
        assertThat(Matrix.rows().keySet()).containsExactlyInAnyOrderElementsOf(needed);
        assertThat(Matrix.operations()).hasSizeGreaterThan(30);
        assertThat(Matrix.frames()).hasSizeGreaterThan(7);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyoneIsAnsweredAsTheTableSays(String operation) throws SQLException {
        Map<Who, String> expected = row(operation);
        MatrixScene scene = new MatrixScene();
        scene.endSession();
        scene.prepare(operation);
        Map<Who, String> answered = new EnumMap<>(Who.class);
        for (Who who : refusedFirst(expected)) {
            String before = state();
            answered.put(who, scene.ask(operation, who));
            if (isRefusal(Objects.requireNonNull(expected.get(who)))) {
                assertThat(state()).as("what %s changed by %s", who, operation).isEqualTo(before);
            }
        }
        scene.end();
        assertThat(answered).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("frames")
    void everyonesFramesAreAnsweredAsTheTableSays(String type) throws SQLException {
        Map<Who, String> expected = row(type);
        MatrixScene scene = new MatrixScene();
        Map<Who, String> answered = new EnumMap<>(Who.class);
        for (Who who : refusedFirst(expected)) {
            answered.put(who, answer(scene, type, who));
        }
        assertThat(answered).isEqualTo(expected);
    }

    /** What someone is answered who sends a frame of this type. */
    static String answer(MatrixScene scene, String type, Who who) throws SQLException {
        try (Device device = scene.connect(who)) {
            if (device == null) {
                return "-";
            }
            if (who == Who.ENDED) {
                scene.endSession();
                device.tryToWriteRaw("{\"type\":\"" + type + "\"}");
                return "closed " + device.awaitClosed().code();
            }
            String before = state();
            String answer = scene.send(device, type, who);
            if (answer.endsWith("_unknown")) {
                assertThat(state()).as("what %s changed by %s", who, type).isEqualTo(before);
            }
            return answer;
        }
    }

    private static Map<Who, String> row(String name) {
        return Objects.requireNonNull(Matrix.rows().get(name), "authorization.md has no row for " + name);
    }

    /** What is granted may change the scene for those who come later. */
    private static Iterable<Who> refusedFirst(Map<Who, String> expected) {
        return expected.keySet().stream()
                .sorted(java.util.Comparator.comparing(who -> !isRefusal(Objects.requireNonNull(expected.get(who)))))
                .toList();
    }

    private static boolean isRefusal(String cell) {
        return cell.startsWith("4") || cell.endsWith("_unknown") || cell.equals("-");
    }

    private static String state() throws SQLException {
        Address.Postgresql address = World.INFRASTRUCTURE.addresses().postgresql();
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(STATE)) {
            row.next();
            return row.getString(1) + " " + row.getString(2);
        }
    }
}
