package chat.parley.command.account.password;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PasswordHashingTest {

    private final PasswordHashing hashing = new PasswordHashing(2, 19_456);

    @Test
    void aPasswordMatchesItsOwnHashOnly() {
        String hash = hashing.hash("correct horse battery");
        assertThat(hashing.matches("correct horse battery", hash)).isTrue();
        assertThat(hashing.matches("correct horse batterie", hash)).isFalse();
    }

    @Test
    void whereNothingIsSetAHashFillsAsMuchAsIsRecommended() {
        new ApplicationContextRunner()
                .withBean(PasswordHashing.class)
                .run(context -> assertThat(
                                context.getBean(PasswordHashing.class).hash("correct horse battery"))
                        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    }

    @Test
    void aHashIsComparedWithTheMemoryItWasMadeWith() {
        String before = hashing.hash("correct horse battery");
        PasswordHashing now = new PasswordHashing(2, 32_768);
        assertThat(before).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(now.hash("correct horse battery")).contains("$m=32768,");
        assertThat(now.matches("correct horse battery", before)).isTrue();
    }

    @Test
    void theSamePasswordHasAnotherHashEachTime() {
        assertThat(hashing.hash("correct horse battery")).isNotEqualTo(hashing.hash("correct horse battery"));
    }

    @Test
    void itDoesNotMatterHowAKeyboardComposesALetter() {
        assertThat(hashing.matches("cafe\u0301 au lait", hashing.hash("caf\u00e9 au lait")))
                .isTrue();
    }

    @Test
    void whenAFewWaitTheOthersAreToldToComeAgainLater() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> hashes =
                    threads.invokeAll(Collections.nCopies(50, () -> hashing.hash("correct horse")));
            List<Throwable> refused = hashes.stream()
                    .filter(hash -> hash.state() == Future.State.FAILED)
                    .map(Future::exceptionNow)
                    .toList();
            assertThat(refused)
                    .hasSizeLessThan(50)
                    .isNotEmpty()
                    .allSatisfy(thrown -> assertThat(thrown).isInstanceOfSatisfying(Refused.class, each -> {
                        assertThat(each.reason()).isEqualTo(Reason.SLOW_DOWN);
                        assertThat(each.retryAfter()).isPositive();
                    }));
        }
    }

    @Test
    void withoutAHashNothingMatches() {
        assertThat(hashing.matches("nobody has this password", null)).isFalse();
    }
}
