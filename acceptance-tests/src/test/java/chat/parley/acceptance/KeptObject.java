package chat.parley.acceptance;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** An object in the embedded object store of a data folder, and one client that asks for it throughout. */
record KeptObject(S3Client client) implements AutoCloseable {

    private static final String NAME = "kept";

    static KeptObject in(Path data) throws IOException {
        String port = property(data.resolve("ports.properties"), "object-store.client");
        String secret = property(data.resolve("secrets.properties"), "object-store.secret-key");
        S3Client client = S3Client.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("parley", secret)))
                .build();
        client.createBucket(request -> request.bucket(NAME));
        client.putObject(request -> request.bucket(NAME).key(NAME), RequestBody.fromString(NAME));
        return new KeptObject(client);
    }

    boolean isThere() {
        return client.getObjectAsBytes(request -> request.bucket(NAME).key(NAME))
                .asUtf8String()
                .equals(NAME);
    }

    private static String property(Path file, String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties.getProperty(name);
    }

    @Override
    public void close() {
        client.close();
    }
}
