package chat.parley.log.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The variables by the names the operations page gives them. */
class EnvironmentTest {

    private static Binder binder(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
        return Binder.get(environment);
    }

    @Test
    void masterKeysAreReadFromIt() {
        MasterSecrets secrets = binder(
                        Map.of("PARLEY_SECRET_MASTER", "new", "PARLEY_SECRET_MASTERPREVIOUS", "old,older"))
                .bindOrCreate("parley.secret", MasterSecrets.class);
        assertThat(secrets.master()).isEqualTo("new");
        assertThat(secrets.masterPrevious()).containsExactly("old", "older");
    }

    @Test
    void whatIsEmptyIsNotGiven() {
        MasterSecrets secrets = binder(Map.of("PARLEY_SECRET_MASTER", "", "PARLEY_SECRET_MASTERPREVIOUS", ""))
                .bindOrCreate("parley.secret", MasterSecrets.class);
        assertThat(secrets.master()).isNull();
        assertThat(secrets.masterPrevious()).isEmpty();
    }

    @Test
    void aKeyServiceIsReadFromIt() {
        KmsSettings kms = binder(Map.of(
                        "PARLEY_KMS_KEYID", "alias/parley",
                        "PARLEY_KMS_PREVIOUSKEYIDS", "one,two",
                        "PARLEY_KMS_ENDPOINT", "http://127.0.0.1:4566",
                        "PARLEY_KMS_REGION", "eu-central-1"))
                .bindOrCreate("parley.kms", KmsSettings.class);
        assertThat(kms.keyId()).isEqualTo("alias/parley");
        assertThat(kms.previousKeyIds()).containsExactly("one", "two");
        assertThat(kms.endpoint()).isEqualTo(URI.create("http://127.0.0.1:4566"));
        assertThat(kms.region()).isEqualTo("eu-central-1");
    }
}
