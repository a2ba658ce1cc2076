package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The web client's packages without its screens, as a program in Node uses them. */
@Timeout(120)
class ClientPackageTest {

    private static final Path CLIENT = Path.of("..", "web-client");

    @Test
    void theExampleSignsInSendsAndListens() throws IOException, InterruptedException {
        run("npm", "run", "--silent", "build", "-w", "packages/client");
        Person alice = Person.register(World.shared(), "alice");
        Person bob = Person.register(World.shared(), "bob");
        String conversation = bob.conversationWith(alice);
        try (Device atBob = bob.connect()) {
            Process example = start(
                    "node",
                    "packages/client/examples/hello.mjs",
                    World.shared().queries().toString(),
                    alice.username(),
                    bob.username(),
                    "Are you there?");
            assertThat(atBob.awaitTexts(conversation, 1)).containsExactly("Are you there?");
            atBob.say(conversation, "I am.");
            assertThat(new String(example.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
                    .isEqualTo("I am.");
            assertThat(example.waitFor()).isZero();
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = start(command);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static Process start(String... command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(CLIENT.toFile()).redirectErrorStream(true);
        builder.environment().put("PARLEY_PASSWORD", Person.PASSWORD);
        return builder.start();
    }
}
