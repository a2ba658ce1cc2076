package chat.parley.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.MessageProperties;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Leaves something in every part that keeps data, and looks whether it is still there. */
final class Traces {
    private static final String NAME = "trace";
    private static final String VALUE = "left before";

    private Traces() {}

    static void leave(Component part, Addresses addresses) throws Exception {
        switch (part) {
            case POSTGRESQL ->
                // A large object, because the role that services sign in with may make no table.
                Answers.sql(addresses.postgresql(), "select lo_from_bytea(4711, '" + VALUE + "'::bytea)");
            case REDIS ->
                assertThat(Answers.redis(addresses.redis(), "SET trace 1")).isEqualTo("+OK");
            case CASSANDRA -> {
                cql(
                        addresses,
                        "create keyspace trace with replication = {'class':'SimpleStrategy','replication_factor':1}");
                cql(addresses, "create table trace.trace (id int primary key, value text)");
                cql(addresses, "insert into trace.trace (id, value) values (1, '" + VALUE + "')");
            }
            case RABBITMQ ->
                Answers.amqp(addresses.rabbitmq(), channel -> {
                    channel.queueDeclare(NAME, true, false, false, null);
                    channel.confirmSelect();
                    channel.basicPublish(
                            "", NAME, MessageProperties.PERSISTENT_BASIC, VALUE.getBytes(StandardCharsets.UTF_8));
                    return channel.waitForConfirms();
                });
            case TURN, JANUS -> find(part, addresses);
            case OBJECT_STORE -> {
                try (S3Client client = s3(addresses.objectStore())) {
                    client.createBucket(request -> request.bucket(NAME));
                    client.putObject(request -> request.bucket(NAME).key(NAME), RequestBody.fromString(VALUE));
                }
            }
        }
    }

    static void find(Component part, Addresses addresses) throws Exception {
        switch (part) {
            case POSTGRESQL ->
                assertThat(Answers.sql(addresses.postgresql(), "select convert_from(lo_get(4711), 'UTF8')"))
                        .isEqualTo(VALUE);
            case REDIS ->
                assertThat(Answers.redis(addresses.redis(), "EXISTS trace"))
                        .as("presence is not kept")
                        .isEqualTo(":0");
            case CASSANDRA ->
                assertThat(cql(addresses, "select value from trace.trace")).contains(VALUE);
            case RABBITMQ -> {
                String body = Answers.amqp(addresses.rabbitmq(), channel -> {
                    var message = channel.basicGet(NAME, false);
                    return message == null ? "" : new String(message.getBody(), StandardCharsets.UTF_8);
                });
                assertThat(body).isEqualTo(VALUE);
            }
            case TURN -> Answers.turn(addresses.turn().orElseThrow());
            case JANUS ->
                assertThat(Answers.janus(
                                addresses.janus().orElseThrow(), "{\"janus\":\"info\",\"transaction\":\"1\"%s}"))
                        .contains("janus.plugin.videoroom")
                        .doesNotContain("janus.plugin.streaming", "janus.transport.http");
            case OBJECT_STORE -> {
                try (S3Client client = s3(addresses.objectStore())) {
                    assertThat(client.getObjectAsBytes(
                                            request -> request.bucket(NAME).key(NAME))
                                    .asUtf8String())
                            .isEqualTo(VALUE);
                }
            }
        }
    }

    private static String cql(Addresses addresses, String query) throws Exception {
        return Answers.cql(addresses.cassandra(), query);
    }

    private static S3Client s3(Address.ObjectStore address) {
        return S3Client.builder()
                .endpointOverride(address.endpoint())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(address.accessKey(), address.secretKey())))
                .build();
    }
}
