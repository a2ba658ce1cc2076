package chat.parley.command.erasure.objects;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The object store, which speaks S3.
 *
 * @param endpoint absent if this deployment has none: then nobody has objects
 */
@ConfigurationProperties("parley.objects")
record ObjectStoreSettings(
        @Nullable URI endpoint,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey,
        @DefaultValue("parley") String bucket,
        @DefaultValue("us-east-1") String region) {

    ObjectStoreSettings {
        boolean given = endpoint != null && !endpoint.toString().isBlank();
        if (given && (accessKey.isBlank() || secretKey.isBlank())) {
            throw new IllegalArgumentException(
                    "parley.objects.endpoint is set: set parley.objects.access-key and parley.objects.secret-key too.");
        }
    }

    boolean absent() {
        return endpoint == null || endpoint.toString().isBlank();
    }

    /** Keeps the secrets out of logs. */
    @Override
    public String toString() {
        return "ObjectStoreSettings[" + endpoint + "/" + bucket + "]";
    }
}
