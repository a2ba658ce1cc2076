package chat.parley.command.objects;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The object store, which speaks S3.
 *
 * @param endpoint absent if this deployment has none: then nobody has objects
 * @param publicEndpoint where clients reach the store themselves; absent if the gateway passes their requests on
 * @param cdnBase the scheme and host that files are fetched from, where something caches in front of the store; absent if nothing does
 * @param putWithin how long an address to put an object to is good
 */
@ConfigurationProperties("parley.objects")
public record ObjectStoreSettings(
        @Nullable URI endpoint,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey,
        @DefaultValue("parley") String bucket,
        @DefaultValue("us-east-1") String region,
        @Nullable URI publicEndpoint,
        @Nullable URI cdnBase,
        @DefaultValue("15m") Duration putWithin) {

    public ObjectStoreSettings {
        boolean given = endpoint != null && !endpoint.toString().isBlank();
        if (given && (accessKey.isBlank() || secretKey.isBlank())) {
            throw new IllegalArgumentException(
                    "parley.objects.endpoint is set: set parley.objects.access-key and parley.objects.secret-key too.");
        }
    }

    boolean absent() {
        return endpoint == null || endpoint.toString().isBlank();
    }

    boolean passedOn() {
        return publicEndpoint == null || publicEndpoint.toString().isBlank();
    }

    @Nullable
    URI servedFrom() {
        return cdnBase == null || cdnBase.toString().isBlank() ? null : cdnBase;
    }

    @Nullable
    URI signedFor() {
        return passedOn() ? endpoint : publicEndpoint;
    }

    /** Keeps the secrets out of logs. */
    @Override
    public String toString() {
        return "ObjectStoreSettings[" + endpoint + "/" + bucket + "]";
    }
}
