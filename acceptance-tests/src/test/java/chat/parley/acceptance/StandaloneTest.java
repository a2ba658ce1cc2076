package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.infrastructure.EmbeddedInfrastructure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The newcomer's command, as a process: it says what it does, and what was said is still there after any kind of end. */
class StandaloneTest {

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void nothingStaysBehind() {
        EmbeddedInfrastructure.discard(folder.resolve("data"));
    }

    @Test
    void everythingIsStillThereAfterAStopAndAfterAKill() throws Exception {
        StandaloneProcess first = run("first", Map.of());
        URI address = first.awaitAddress();
        Http http = Http.at(address);
        Person alice = Person.register(http, "alice");
        Person bob = Person.register(http, "bob");
        String conversation = alice.conversationWith(bob);
        say(alice, conversation, "before the stop");
        first.process().destroy();
        assertThat(first.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(first.said()).contains("PostgreSQL", "Cassandra", "RabbitMQ", "Redis", "ready after", "Stopping");

        StandaloneProcess second = run("second", Map.of());
        assertThat(second.awaitAddress()).isEqualTo(address);
        say(alice.signInAgain(), conversation, "before the kill");
        second.process().destroyForcibly().waitFor();

        StandaloneProcess third = run("third", Map.of());
        assertThat(third.awaitAddress()).isEqualTo(address);
        Person back = bob.signInAgain();
        await().atMost(Device.PATIENCE)
                .untilAsserted(
                        () -> assertThat(history(back, conversation)).contains("before the stop", "before the kill"));
        third.process().destroy();
        assertThat(third.process().waitFor(1, TimeUnit.MINUTES)).isTrue();

        itsLogIsOneObjectALine();
        refusesAnotherMasterKey();
    }

    private void itsLogIsOneObjectALine() throws IOException {
        List<String> lines =
                Files.readAllLines(folder.resolve("data").resolve("logs").resolve("parley.log"));
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(Http.JSON.readTree(line).get("message")).isNotNull());
    }

    private void refusesAnotherMasterKey() throws Exception {
        Path secrets = folder.resolve("data").resolve("secrets.properties");
        Files.writeString(secrets, Files.readString(secrets).replaceAll("(?m)^master=.*$", ""));
        StandaloneProcess run = run("without-master", Map.of());
        assertThat(run.process().waitFor(StandaloneProcess.STARTS_WITHIN)).isTrue();
        assertThat(run.process().exitValue()).isNotZero();
        assertThat(run.said()).contains("are wrapped by the master key", "PARLEY_SECRET_MASTER");
    }

    @Test
    void dataOfAnEarlierVersionIsRefusedBeforeAnythingStarts() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.createFile(data.resolve("secrets.properties"));
        StandaloneProcess run = run("outdated", Map.of());
        assertThat(run.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(run.process().exitValue()).isNotZero();
        assertThat(run.said()).contains(data.toString(), "earlier version").doesNotContain("starting");
    }

    @Test
    void anAddressThatCannotBeReadIsSaidAndNothingStarts() throws Exception {
        StandaloneProcess run = run("wrong", Map.of("PARLEY_RABBITMQ_URI", "somewhere"));
        assertThat(run.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(run.process().exitValue()).isNotZero();
        assertThat(run.said()).contains("RabbitMQ").contains("amqp://");
    }

    private StandaloneProcess run(String name, Map<String, String> environment) throws IOException {
        return StandaloneProcess.start(folder.resolve("data"), folder.resolve(name + ".txt"), environment);
    }

    private static void say(Person person, String conversation, String text) {
        try (Device device = person.connect()) {
            assertThat(device.say(conversation, text).get("type").asString()).isEqualTo("ack");
        }
    }

    private static String history(Person person, String conversation) {
        return person.http()
                .get(person.token(), "/api/conversations/" + conversation + "/messages")
                .expect(200)
                .body()
                .toString();
    }
}
