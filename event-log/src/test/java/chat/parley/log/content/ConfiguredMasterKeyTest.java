package chat.parley.log.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfiguredMasterKeyTest extends MasterKeyContract {

    @Override
    protected MasterKey key(String name) {
        return ConfiguredMasterKey.of("parley.secret.master", secret(name), new SecureRandom());
    }

    private static String secret(String name) {
        return Base64.getUrlEncoder().encodeToString(name.repeat(32).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theFirstOfThoseGivenIsCurrentAndNoneIsTold() {
        var secrets = new MasterSecrets(secret("new"), List.of(secret("old"), secret("older")));
        try (MasterKeys keys =
                MasterKeyConfiguration.of(secrets, new KmsSettings(null, List.of(), null, null), new SecureRandom())) {
            assertThat(keys.current().id()).isEqualTo(key("new").id());
            assertThat(keys.ids())
                    .containsExactly(
                            key("new").id(), key("old").id(), key("older").id());
        }
        assertThat(secrets.toString()).doesNotContain(secret("new"), secret("old"));
    }
}
