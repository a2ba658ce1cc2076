package chat.parley.log.content;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A key service that speaks the protocol of AWS KMS. Credentials come the ways the AWS SDK knows, such as
 * {@code AWS_ACCESS_KEY_ID}.
 *
 * @param keyId the key, its ARN or alias; where it is set, new data keys are wrapped with it
 * @param previousKeyIds others whose data keys can still be unwrapped, while they move to the current one
 * @param endpoint where the service is, if not at AWS
 * @param region where the SDK should not find it out itself
 */
@ConfigurationProperties("parley.kms")
public record KmsSettings(
        @Nullable String keyId,
        @DefaultValue List<String> previousKeyIds,
        @Nullable URI endpoint,
        @Nullable String region) {

    public KmsSettings {
        keyId = keyId == null || keyId.isBlank() ? null : keyId;
        previousKeyIds = List.copyOf(previousKeyIds);
    }
}
