package chat.parley.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services of the build before go on while and after the schemas are migrated, so nothing they use may go or change. */
class ExpandingTest {

    private static final Path SCHEMAS = Path.of("src", "main", "resources", "db", "schemas");
    private static final Pattern FIRST = Pattern.compile("V1__\\w+\\.sql");
    private static final Pattern NOT_SQL = Pattern.compile("--[^\n]*|/\\*.*?\\*/|'(?:[^']|'')*'", Pattern.DOTALL);
    private static final Pattern TAKES_AWAY = Pattern.compile(
            "\\b(DROP|RENAME|TRUNCATE|DELETE|REVOKE|SET NOT NULL|SET SCHEMA|SET DATA TYPE|OWNER TO|DISABLE|DETACH)\\b"
                    + "|\\bALTER (COLUMN )?\\w+ TYPE\\b"
                    + "|\\bADD (CONSTRAINT|CHECK|UNIQUE|PRIMARY|FOREIGN|EXCLUDE)\\b"
                    + "|\\bCREATE UNIQUE INDEX\\b"
                    + "|\\bADD (COLUMN )?(IF NOT EXISTS )?\\w+ (?!.*\\bDEFAULT\\b)[^;]*\\bNOT NULL\\b");

    /** What the build before may not do any more, since it let one person overwrite or delete another's file: nothing else needs it. */
    private static final Map<String, List<String>> CLOSED = Map.of(
            "V8__an_object_each.sql",
            List.of(
                    "DELETE FROM upload copy USING upload other WHERE copy.owner = other.owner AND copy.id = other.id AND copy.account <> copy.owner"
                            + " AND (other.account = other.owner OR other.account < copy.account)",
                    "CREATE UNIQUE INDEX upload_object ON upload (owner, id)"));

    static List<String> takenAwayBy(String script) {
        return Stream.of(NOT_SQL.matcher(script).replaceAll(" ").split(";"))
                .flatMap(statement -> Stream.of(statement.split(",(?![^(]*\\))")))
                .map(clause -> clause.strip().replaceAll("\\s+", " "))
                .filter(clause ->
                        TAKES_AWAY.matcher(clause.toUpperCase(Locale.ROOT)).find())
                .toList();
    }

    private static List<Path> migrations() {
        try (Stream<Path> files = Files.walk(SCHEMAS)) {
            return files.filter(file -> file.getFileName().toString().startsWith("V"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void migrationsAfterTheFirstTakeNothingAway() {
        assertThat(migrations()).hasSizeGreaterThanOrEqualTo(Schema.values().length);
        assertThat(migrations().stream()
                        .filter(file ->
                                !FIRST.matcher(file.getFileName().toString()).matches()))
                .allSatisfy(file -> assertThat(takenAwayBy(Files.readString(file)))
                        .as(file.toString())
                        .isEqualTo(CLOSED.getOrDefault(file.getFileName().toString(), List.of())));
    }

    @Test
    void everyMigrationIsVersioned() throws IOException {
        try (Stream<Path> files = Files.walk(SCHEMAS, 2)) {
            assertThat(files.filter(file -> SCHEMAS.relativize(file).getNameCount() == 2))
                    .allSatisfy(
                            file -> assertThat(file.getFileName().toString()).matches("V\\d+__\\w+\\.sql"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE log.event",
                "alter table event drop column owner",
                "ALTER TABLE event RENAME COLUMN owner TO person",
                "ALTER TABLE event ALTER COLUMN revision TYPE int",
                "ALTER TABLE event ALTER revision SET DATA TYPE int",
                "ALTER TABLE event ALTER COLUMN owner SET NOT NULL",
                "ALTER TABLE event ADD COLUMN kind text NOT NULL",
                "ALTER TABLE event ADD kind text NOT NULL, ADD COLUMN other text NOT NULL DEFAULT 'x'",
                "ALTER TABLE event ADD CONSTRAINT whole CHECK (kind IS NOT NULL)",
                "CREATE UNIQUE INDEX one ON event (owner)",
                "REVOKE SELECT ON event FROM parley_query",
                "DELETE FROM snapshot",
                "ALTER TABLE event DISABLE TRIGGER ALL"
            })
    void aStatementThatTakesAwayIsFound(String statement) {
        assertThat(takenAwayBy("CREATE TABLE a (b int);\n" + statement + ";")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE kind (kind text PRIMARY KEY, name text NOT NULL UNIQUE)",
                "ALTER TABLE event ADD COLUMN kind text",
                "ALTER TABLE event ADD COLUMN kind text NOT NULL DEFAULT 'person'",
                "CREATE INDEX event_of_kind ON event (kind)",
                "-- DROP nothing\nCOMMENT ON TABLE event IS 'never DROP it'"
            })
    void aStatementThatOnlyAddsIsNot(String statement) {
        assertThat(takenAwayBy(statement)).isEmpty();
    }
}
