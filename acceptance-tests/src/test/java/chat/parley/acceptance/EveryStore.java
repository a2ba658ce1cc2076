package chat.parley.acceptance;

import chat.parley.distribution.ConsumerGroup;
import chat.parley.infrastructure.Address;
import chat.parley.infrastructure.Addresses;
import chat.parley.log.row.SealedRows;
import com.datastax.oss.driver.api.core.CqlSession;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import io.lettuce.core.RedisClient;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.api.sync.RedisCommands;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Everything the product's stores hold, read through each one's own interface, as text by the place it is in. */
final class EveryStore {

    private static final Addresses ADDRESSES = World.INFRASTRUCTURE.addresses();

    private EveryStore() {}

    static Map<String, String> contents() throws Exception {
        Map<String, String> contents = new TreeMap<>();
        contents.putAll(postgresql());
        contents.putAll(cassandra());
        contents.putAll(queues());
        contents.putAll(redis());
        contents.putAll(objects());
        return contents;
    }

    /** What a dump holds: every row of every table of every schema; bytes as hexadecimal. */
    static Map<String, String> postgresql() throws SQLException {
        Address.Postgresql address = ADDRESSES.postgresql();
        Map<String, String> tables = new TreeMap<>();
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            List<String> names = texts(statement.executeQuery("""
                    SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
                    WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"""));
            for (String name : names) {
                tables.put(
                        "postgresql " + name,
                        String.join("\n", texts(statement.executeQuery("SELECT t::text FROM " + name + " t"))));
            }
        }
        return tables;
    }

    private static List<String> texts(ResultSet rows) throws SQLException {
        List<String> texts = new ArrayList<>();
        while (rows.next()) {
            texts.add(rows.getString(1));
        }
        return texts;
    }

    static Map<String, String> cassandra() {
        Map<String, String> tables = new TreeMap<>();
        try (CqlSession session = cql()) {
            session.getMetadata()
                    .getKeyspace("parley_history_1")
                    .orElseThrow()
                    .getTables()
                    .keySet()
                    .forEach(table -> {
                        StringBuilder rows = new StringBuilder();
                        session.execute("SELECT JSON * FROM parley_history_1." + table.asCql(true))
                                .forEach(row -> rows.append(row.getString(0)).append('\n'));
                        tables.put("cassandra " + table, rows.toString());
                    });
        }
        return tables;
    }

    private static CqlSession cql() {
        Address.Cassandra address = ADDRESSES.cassandra();
        return CqlSession.builder()
                .addContactPoint(new InetSocketAddress(address.host(), address.port()))
                .withAuthCredentials(address.user(), address.password())
                .withLocalDatacenter(address.datacenter())
                .build();
    }

    /** The rows of messages, and of what is said about them, in Cassandra, as far as whoever has all the keys can open them. */
    static String openedByKeys() {
        List<byte[]> rows = new ArrayList<>();
        try (CqlSession session = cql()) {
            for (String table : List.of("message", "about")) {
                session.execute("SELECT row FROM parley_history_1." + table).forEach(found -> {
                    ByteBuffer row = found.getByteBuffer(0);
                    if (row != null) {
                        byte[] bytes = new byte[row.remaining()];
                        row.get(bytes);
                        rows.add(bytes);
                    }
                });
            }
        }
        return World.bean("sealedRows", SealedRows.class).open(rows).toString();
    }

    /** Every durable queue, dead letters included; what is read stays there. */
    static Map<String, String> queues() throws Exception {
        Map<String, String> queues = new TreeMap<>();
        for (ConsumerGroup group : ConsumerGroup.ALL) {
            Stream<String> names = Stream.concat(
                    IntStream.range(0, group.queues()).mapToObj(group::queue), Stream.of(group.deadLetterQueue()));
            for (String name : names.toList()) {
                queues.put("queue " + name, String.join("\n", waitingIn(name)));
            }
        }
        return queues;
    }

    static List<String> waitingIn(String queue) throws Exception {
        List<String> messages = new ArrayList<>();
        try (Connection connection = amqp()) {
            Channel channel = connection.createChannel();
            for (GetResponse next = channel.basicGet(queue, false);
                    next != null;
                    next = channel.basicGet(queue, false)) {
                messages.add(new String(next.getBody(), StandardCharsets.UTF_8));
            }
        }
        return messages;
    }

    static Connection amqp() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(ADDRESSES.rabbitmq().uri());
        return factory.newConnection("test");
    }

    static Map<String, String> redis() {
        Map<String, String> keys = new TreeMap<>();
        try (RedisClient client = RedisClient.create(ADDRESSES.redis().uri().toString())) {
            RedisCommands<String, String> commands = client.connect().sync();
            ScanIterator.scan(commands).forEachRemaining(key -> keys.put("redis " + key, key + value(commands, key)));
        }
        return keys;
    }

    private static String value(RedisCommands<String, String> commands, String key) {
        return switch (commands.type(key)) {
            case "string" -> String.valueOf(commands.get(key));
            case "hash" -> commands.hgetall(key).toString();
            case "set" -> commands.smembers(key).toString();
            case "zset" -> commands.zrange(key, 0, -1).toString();
            case "list" -> commands.lrange(key, 0, -1).toString();
            case "none" -> "";
            default -> throw new AssertionError("a type of key this test cannot read: " + key);
        };
    }

    static Map<String, String> objects() {
        Map<String, String> objects = new TreeMap<>();
        try (S3Client s3 = s3()) {
            for (Bucket bucket : s3.listBuckets().buckets()) {
                for (S3Object object : s3.listObjectsV2Paginator(request -> request.bucket(bucket.name()))
                        .contents()) {
                    String bytes = s3.getObjectAsBytes(
                                    request -> request.bucket(bucket.name()).key(object.key()))
                            .asString(StandardCharsets.ISO_8859_1);
                    objects.put("object " + bucket.name() + "/" + object.key(), object.key() + bytes);
                }
            }
        }
        return objects;
    }

    /** As if that person had uploaded something. */
    static void upload(String account, String text) {
        try (S3Client s3 = s3()) {
            if (s3.listBuckets().buckets().stream()
                    .noneMatch(bucket -> bucket.name().equals("parley"))) {
                s3.createBucket(request -> request.bucket("parley"));
            }
            s3.putObject(request -> request.bucket("parley").key(account + "/note.txt"), RequestBody.fromString(text));
        }
    }

    private static S3Client s3() {
        Address.ObjectStore store = ADDRESSES.objectStore();
        return S3Client.builder()
                .endpointOverride(store.endpoint())
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(store.accessKey(), store.secretKey())))
                .build();
    }
}
