package chat.parley.log.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chat.parley.events.LogId;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Through the real client, over HTTP. */
class KmsMasterKeyTest extends MasterKeyContract {

    private static final KeyContext CONTEXT = new KeyContext(new LogId(UUID.randomUUID()), UUID.randomUUID());
    private static final String SECRET = "bWFzdGVyLW1hc3Rlci1tYXN0ZXItbWFzdGVyLW1hc3Q";

    private static @Nullable FakeKms kms;

    @BeforeAll
    static void start() throws IOException {
        kms = new FakeKms("one", "another");
        // The client has much to load at first, for which a call's time may be too short.
        KeyContext other = new KeyContext(new LogId(UUID.randomUUID()), UUID.randomUUID());
        try (MasterKeys keys = keys(settings("one"), new MasterSecrets(null, List.of()))) {
            await().atMost(Duration.ofSeconds(60))
                    .ignoreException(MasterKeyUnavailable.class)
                    .until(() -> keys.current().wrap(new byte[32], other).length > 0);
        }
    }

    @AfterAll
    static void stop() {
        kms().close();
    }

    private static FakeKms kms() {
        if (kms == null) {
            throw new IllegalStateException("not started");
        }
        return kms;
    }

    @Override
    protected MasterKey key(String name) {
        return keys(settings(name), new MasterSecrets(null, List.of())).current();
    }

    private static KmsSettings settings(String key, String... previous) {
        return new KmsSettings(key, List.of(previous), kms().endpoint(), "eu-central-1");
    }

    private static MasterKeys keys(KmsSettings settings, MasterSecrets secrets) {
        return MasterKeyConfiguration.of(secrets, settings, new SecureRandom());
    }

    @Test
    void itTellsTheServiceForWhichLogAndOwner() {
        key("one").wrap(new byte[32], CONTEXT);
        assertThat(kms().asked())
                .contains(new FakeKms.Asked(
                        "TrentService.Encrypt",
                        "one",
                        Map.of(
                                "parley:log", CONTEXT.log().toString(),
                                "parley:owner", CONTEXT.owner().toString())));
    }

    @Test
    void itGoesBeforeAConfiguredKeyWhichThenUnwrapsOnly() {
        try (MasterKeys keys = keys(settings("one", "another"), new MasterSecrets(SECRET, List.of()))) {
            assertThat(keys.current().id()).isEqualTo("kms:one");
            assertThat(keys.ids()).hasSize(3).contains("kms:one", "kms:another");
        }
    }

    @Test
    void aKeyTheServiceDoesNotHaveOrAServiceThatIsAwayIsNoWrongKey() {
        assertThatThrownBy(() -> key("unknown").unwrap(new byte[40], CONTEXT))
                .isInstanceOf(MasterKeyUnavailable.class)
                .hasMessageContaining("unknown");
        var away = new KmsSettings("one", List.of(), URI.create("http://127.0.0.1:1"), "eu-central-1");
        assertThatThrownBy(() ->
                        keys(away, new MasterSecrets(null, List.of())).current().wrap(new byte[32], CONTEXT))
                .isInstanceOf(MasterKeyUnavailable.class);
    }
}
