package chat.parley.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class AuditTest {

    private static final String BILL = """
        {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
          {"name": "parley", "purl": "pkg:maven/chat.parley/parley@0.1.0?type=jar"},
          {"name": "thing", "purl": "pkg:maven/org.example/thing@1.10.0?type=jar",
           "components": [{"name": "inner", "purl": "pkg:maven/org.example/inner@3.0?type=jar"}]},
          {"name": "widget", "purl": "pkg:npm/%40example/widget@2.0.0-beta.2"},
          {"name": "web", "purl": "pkg:npm/%40parley/web@0.1.0"},
          {"name": "no package"}]}\
        """;

    private static final String PLANTED = """
        {"id": "TEST-2026-1", "aliases": ["CVE-2026-0001"], "modified": "2026-11-20T10:00:00Z",
         "summary": "A thing does what it should not.",
         "affected": [{"package": {"ecosystem": "Maven", "name": "org.example:thing"},
           "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "1.9.0"}, {"fixed": "1.10.1"}]}]}]}\
        """;

    private static final String OF_NPM = """
        {"id": "TEST-2026-2", "modified": "2026-11-21T10:00:00Z",
         "affected": [{"package": {"ecosystem": "npm", "name": "elsewhere"}, "versions": ["1.0.0"]}]}\
        """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Path bill;

    @BeforeEach
    void ofTheProduct() throws IOException {
        bill = write("bill.json", BILL);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private int audit(Path... databases) {
        String[] arguments = Stream.concat(
                        Stream.of("--sbom", bill.toString()),
                        Stream.of(databases).map(Path::toString))
                .toArray(String[]::new);
        return new CommandLine(new Audit(new PrintStream(said, true, StandardCharsets.UTF_8))).execute(arguments);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aPlantedAdvisoryIsFoundWithWhatMendsIt() throws Exception {
        int code = audit(write("planted.json", PLANTED), write("npm.json", OF_NPM));
        assertThat(said())
                .contains("AFFECTED Maven org.example:thing 1.10.0 by TEST-2026-1 (CVE-2026-0001): A thing does")
                .contains("mended in 1.10.1")
                .contains("1 found");
        assertThat(code).isEqualTo(Audit.AFFECTED);
    }

    @Test
    void withoutADatabaseItSaysThatNothingIsKnown() {
        assertThat(audit()).isEqualTo(Audit.NOT_CHECKED);
        assertThat(said()).contains("nothing is known about the 3 packages").contains("/Maven/all.zip", "/npm/all.zip");
    }

    @Test
    void anEcosystemWithoutAdvisoriesWasNotChecked() throws Exception {
        assertThat(audit(write("npm.json", OF_NPM))).isEqualTo(Audit.NOT_CHECKED);
        assertThat(said()).contains("NOT CHECKED: 2 packages of Maven").contains("1 packages of npm were compared");
    }

    @Test
    void archivesFoldersAndListsAreRead() throws Exception {
        Path archive = folder.resolve("all.zip");
        try (OutputStream file = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("TEST-2026-1.json"));
            zip.write(PLANTED.getBytes(StandardCharsets.UTF_8));
        }
        Path database = Files.createDirectories(folder.resolve("database").resolve("npm"));
        Files.writeString(database.resolve("list.json"), "[" + OF_NPM + "]");
        assertThat(audit(archive, folder.resolve("database"))).isEqualTo(Audit.AFFECTED);
        assertThat(said()).contains("2 packages of Maven were compared with 1", "of 2026-11-21");
    }

    @Test
    void whatWasWithdrawnOrIsAboutOtherVersionsIsNotFound() throws Exception {
        Path withdrawn =
                write("withdrawn.json", PLANTED.replace("{\"id\"", "{\"withdrawn\":\"2026-11-22T00:00:00Z\",\"id\""));
        Path older = write("older.json", PLANTED.replace("1.10.1", "1.10.0"));
        assertThat(audit(withdrawn, older, write("npm.json", OF_NPM))).isEqualTo(Audit.CLEAN);
        assertThat(said()).contains("0 found");
    }

    @ParameterizedTest
    @CsvSource({
        "MAVEN, 1.9, 1.10, -1",
        "MAVEN, 1.0-rc1, 1.0, -1",
        "MAVEN, 1.0.0.Final, 1.0.0, 0",
        "NPM, 1.9.0, 1.10.0, -1",
        "NPM, 1.0.0-beta.2, 1.0.0-beta.11, -1",
        "NPM, 1.0.0-alpha.1, 1.0.0-alpha.beta, -1",
        "NPM, 1.0.0-rc.1, 1.0.0, -1",
        "NPM, 1.0.0+one, 1.0.0+two, 0",
        "NPM, 0, 0.0.1-alpha, -1"
    })
    void versionsHaveTheOrderOfTheirEcosystem(Ecosystem ecosystem, String one, String other, int order) {
        assertThat(Integer.signum(ecosystem.compare(one, other))).isEqualTo(order);
        assertThat(Integer.signum(ecosystem.compare(other, one))).isEqualTo(-order);
    }

    @Test
    void aVersionIsAffectedFromWhereItBeganUntilWhereItEnds() {
        String entry = """
            {"affected": [{"package": {"ecosystem": "npm", "name": "@example/widget"}, "ranges": [{"type": "SEMVER",
              "events": [{"fixed": "1.2.0"}, {"introduced": "0"}, {"introduced": "2.0.0-beta.1"}, {"last_affected": "2.0.0"}]}]}]}\
            """;
        Advisory advisory = new Advisory(JsonMapper.shared().readTree(entry));
        assertThat(Stream.of("0.1.0", "1.1.9", "1.2.0", "1.9.0", "2.0.0-alpha", "2.0.0-beta.2", "2.0.0", "2.0.1")
                        .filter(version ->
                                advisory.concerns(new UsedPackage(Ecosystem.NPM, "@example/widget", version))))
                .isEqualTo(List.of("0.1.0", "1.1.9", "2.0.0-beta.2", "2.0.0"));
    }
}
