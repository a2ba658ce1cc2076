package chat.parley.log.content;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A key service that speaks the protocol of AWS KMS. Credentials are found as the AWS SDK finds them, such as in {@code
 * AWS_ACCESS_KEY_ID}.
 *
 * @param keyId the key, its ARN or alias; if set, new data keys are wrapped with it
 * @param previousKeyIds older keys whose data keys can still be unwrapped while they are rewrapped
 * @param endpoint the service's address, if it is not AWS
 * @param region the region, if the SDK does not find it
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
