package chat.parley.command.objects;

import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ObjectStoreSettings.class)
class ObjectStoreConfiguration {

    private static final Duration ONE_CALL = Duration.ofSeconds(30);

    @Bean
    ObjectStore objects(ObjectStoreSettings settings) {
        return settings.absent()
                ? new NoObjectStore()
                : new S3ObjectStore(client(settings), signer(settings), settings);
    }

    /**
     * Signs for the address under which the store is reached, which is the public one if clients go there themselves.
     */
    static S3Presigner signer(ObjectStoreSettings settings) {
        return S3Presigner.builder()
                .endpointOverride(settings.signedFor())
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
    }

    /** Bucket names go into the path: a self-hosted store has a single host name. */
    static S3Client client(ObjectStoreSettings settings) {
        return S3Client.builder()
                .endpointOverride(settings.endpoint())
                .forcePathStyle(true)
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .overrideConfiguration(calls -> calls.apiCallTimeout(ONE_CALL))
                .build();
    }
}
