package chat.parley.log.content;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;

/** Creates the master keys from the configuration; without one the service does not start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MasterSecrets.class, KmsSettings.class})
public class MasterKeyConfiguration {

    private static final Duration KMS_ANSWERS_WITHIN = Duration.ofSeconds(5);

    @Bean(destroyMethod = "close")
    MasterKeys masterKeys(MasterSecrets secrets, KmsSettings kms) {
        return of(secrets, kms, new SecureRandom());
    }

    /** If a key service is set, its key is the current one, and a configured secret can still unwrap older data keys. */
    static MasterKeys of(MasterSecrets secrets, KmsSettings settings, SecureRandom random) {
        List<MasterKey> held = new ArrayList<>();
        KmsClient kms = client(settings);
        String keyId = settings.keyId();
        if (kms != null && keyId != null) {
            held.add(new KmsMasterKey(kms, keyId));
        }
        String master = secrets.master();
        if (master != null) {
            held.add(ConfiguredMasterKey.of("parley.secret.master", master, random));
        }
        if (held.isEmpty()) {
            throw ConfiguredMasterKey.unusable("parley.secret.master is not set.");
        }
        secrets.masterPrevious()
                .forEach(secret -> held.add(ConfiguredMasterKey.of("parley.secret.master-previous", secret, random)));
        if (kms != null) {
            settings.previousKeyIds().forEach(id -> held.add(new KmsMasterKey(kms, id)));
        }
        return new MasterKeys(held, kms == null ? () -> {} : kms::close);
    }

    private static @Nullable KmsClient client(KmsSettings settings) {
        if (settings.keyId() == null && settings.previousKeyIds().isEmpty()) {
            return null;
        }
        try {
            var builder =
                    KmsClient.builder().overrideConfiguration(override -> override.apiCallTimeout(KMS_ANSWERS_WITHIN));
            if (settings.endpoint() != null) {
                builder.endpointOverride(settings.endpoint());
            }
            String region = settings.region();
            if (region != null) {
                builder.region(Region.of(region));
            }
            return builder.build();
        } catch (SdkException e) {
            throw new LogUnusable(
                    "The key service of parley.kms.key-id cannot be asked: " + e.getMessage(),
                    "Say where it is with PARLEY_KMS_REGION, and with PARLEY_KMS_ENDPOINT if it is not at AWS.");
        }
    }
}
