package chat.parley.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.database.Role;
import chat.parley.testing.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is recorded stays as it is because nobody who signs in may change it. */
class ServiceRolesTest {

    private static final String ONE_EVENT =
            " WHERE position = (SELECT max(position) FROM log.event WHERE owner IS NOT NULL)";

    @BeforeAll
    static void something() {
        LogContext.runner().run(context -> {
            Examples two = Examples.ofTwo();
            context.getBean(EventLog.class).append(List.of(two.started(), two.sent(1, "hello")));
        });
    }

    private static JdbcClient as(Role role) {
        return JdbcClient.create(TestDatabase.shared().as(role).dataSource());
    }

    private static JdbcClient superuser() {
        return JdbcClient.create(TestDatabase.shared().superuser().dataSource());
    }

    static Stream<Arguments> changes() {
        List<String> columns = superuser()
                .sql(
                        "SELECT column_name FROM information_schema.columns WHERE table_schema = 'log' AND table_name = 'event'")
                .query(String.class)
                .list();
        List<String> statements = Stream.concat(
                        columns.stream()
                                .filter(column -> !column.equals("content"))
                                .map(column -> "UPDATE log.event SET %1$s = %1$s".formatted(column) + ONE_EVENT),
                        Stream.of(
                                "DELETE FROM log.event" + ONE_EVENT,
                                "TRUNCATE log.event",
                                "DROP TABLE log.event CASCADE",
                                "ALTER TABLE log.event DISABLE TRIGGER ALL",
                                "ALTER TABLE log.event DISABLE TRIGGER event_only_forgets",
                                "DROP TRIGGER event_never_deleted ON log.event",
                                "CREATE OR REPLACE FUNCTION log.refuse_change() RETURNS trigger LANGUAGE plpgsql"
                                        + " AS 'BEGIN RETURN NEW; END'",
                                "ALTER TABLE log.event OWNER TO CURRENT_USER",
                                "UPDATE log.head SET log_id = gen_random_uuid()",
                                "DELETE FROM log.head",
                                "DELETE FROM log.data_key",
                                "CREATE TABLE log.mine (id int)",
                                "CREATE SCHEMA mine",
                                "CREATE ROLE mine",
                                "SET session_replication_role = replica"))
                .toList();
        return Stream.of(Role.values()).flatMap(role -> statements.stream().map(sql -> Arguments.of(role, sql)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void nobodyWhoSignsInChangesWhatIsRecordedNorWhatKeepsIt(Role role, String sql) {
        assertThatThrownBy(() -> as(role).sql(sql).update())
                .rootCause()
                .hasMessageMatching("(?s)ERROR: (permission denied|must be owner|must be able to SET ROLE).*");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"COMMAND", "STANDALONE"})
    void onlyWhoTakesCommandsMayRecordAndForget(Role role) {
        assertThatThrownBy(() -> as(role).sql("UPDATE log.event SET content = NULL" + ONE_EVENT)
                        .update())
                .rootCause()
                .hasMessageStartingWith("ERROR: permission denied");
        assertThatThrownBy(() -> as(role).sql("INSERT INTO log.event SELECT * FROM log.event")
                        .update())
                .rootCause()
                .hasMessageStartingWith("ERROR: permission denied");
    }

    @ParameterizedTest
    @EnumSource(names = {"COMMAND", "STANDALONE"})
    void whoTakesCommandsMayForgetContentAndNotReplaceIt(Role role) {
        assertThatThrownBy(() -> as(role).sql("UPDATE log.event SET content = 'other'" + ONE_EVENT)
                        .update())
                .rootCause()
                .hasMessageContaining("append-only");
        assertThat(as(role).sql("UPDATE log.event SET content = NULL" + ONE_EVENT)
                        .update())
                .isOne();
    }

    @Test
    void noneOfTheRolesIsMoreThanARole() {
        assertThat(superuser()
                        .sql("SELECT rolname FROM pg_roles WHERE rolname LIKE 'parley%' AND"
                                + " (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls)")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(superuser()
                        .sql("SELECT rolname FROM pg_roles WHERE rolname LIKE 'parley%' AND NOT rolcanlogin")
                        .query(String.class)
                        .list())
                .containsExactly("parley_owner");
    }
}
