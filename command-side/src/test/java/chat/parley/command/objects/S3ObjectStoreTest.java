package chat.parley.command.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.events.UserId;
import chat.parley.infrastructure.Address;
import chat.parley.infrastructure.Component;
import chat.parley.testing.TestInfrastructure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

class S3ObjectStoreTest {

    private static final Address.ObjectStore STORE =
            TestInfrastructure.with(Component.OBJECT_STORE).addresses().objectStore();
    private static final UserId ALICE = new UserId(UUID.randomUUID());
    private static final UserId BOB = new UserId(UUID.randomUUID());

    private final String bucket = "test-" + UUID.randomUUID();
    private final S3Client s3 = ObjectStoreConfiguration.client(settings(STORE.endpoint(), bucket));
    private final ObjectStore objects = store(settings(STORE.endpoint(), bucket));

    private static ObjectStoreSettings settings(@Nullable URI endpoint, String bucket) {
        return settings(endpoint, STORE.accessKey(), STORE.secretKey(), bucket);
    }

    private static ObjectStoreSettings settings(@Nullable URI endpoint, String access, String secret, String bucket) {
        return new ObjectStoreSettings(
                endpoint, access, secret, bucket, "us-east-1", null, null, Duration.ofMinutes(15));
    }

    private static ObjectStore store(ObjectStoreSettings settings) {
        return new S3ObjectStore(
                ObjectStoreConfiguration.client(settings), ObjectStoreConfiguration.signer(settings), settings);
    }

    @BeforeEach
    void aBucket() {
        s3.createBucket(create -> create.bucket(bucket));
    }

    @AfterEach
    void close() {
        s3.close();
    }

    @Test
    void everythingBelowThePersonsIdIsDeletedAndNothingElse() {
        put(ALICE + "/avatar");
        put(ALICE + "/2026/photo with spaces & signs.jpg");
        put(BOB + "/avatar");
        put(ALICE + "0/of another");
        objects.deleteAll(ALICE + "/");
        assertThat(keys()).containsExactlyInAnyOrder(BOB + "/avatar", ALICE + "0/of another");
        objects.deleteAll(ALICE + "/");
        assertThat(keys()).hasSize(2);
    }

    @Test
    void moreThanAPageIsDeleted() {
        IntStream.range(0, 1_050).parallel().forEach(i -> put(ALICE + "/" + i));
        objects.deleteAll(ALICE + "/");
        assertThat(keys()).isEmpty();
    }

    @Test
    void uploadsThatWereNotFinishedAreAborted() {
        String key = ALICE + "/video";
        String upload = s3.createMultipartUpload(create -> create.bucket(bucket).key(key))
                .uploadId();
        s3.uploadPart(
                part -> part.bucket(bucket).key(key).uploadId(upload).partNumber(1), RequestBody.fromString("frames"));
        objects.deleteAll(ALICE + "/");
        assertThat(s3.listMultipartUploads(list -> list.bucket(bucket)).uploads())
                .extracting(MultipartUpload::key)
                .isEmpty();
        assertThat(keys()).isEmpty();
    }

    @Test
    void whereThereIsNoBucketThereIsNothingToDelete() {
        store(settings(STORE.endpoint(), "none-" + UUID.randomUUID())).deleteAll(ALICE + "/");
    }

    @Test
    void aStoreThatIsAwayOrRefusesIsSaidSo() {
        ObjectStore unreachable = store(settings(URI.create("http://127.0.0.1:1"), bucket));
        assertThatThrownBy(() -> unreachable.deleteAll(ALICE + "/")).isInstanceOf(SdkException.class);
        ObjectStore refused = store(settings(STORE.endpoint(), STORE.accessKey(), "wrong", bucket));
        assertThatThrownBy(() -> refused.deleteAll(ALICE + "/")).isInstanceOf(S3Exception.class);
    }

    @Test
    void aBucketThatIsMissingIsMade() {
        ObjectStore fresh = store(settings(STORE.endpoint(), "new-" + UUID.randomUUID()));
        fresh.prepare();
        fresh.prepare();
        fresh.write("a", new byte[] {1, 2}, "image/jpeg");
        assertThat(fresh.look("a")).map(ObjectStore.Stored::size).contains(2L);
        assertThat(fresh.look("b")).isEmpty();
        assertThat(fresh.read("b")).isEmpty();
    }

    @Test
    void whatWasPutAgainMeanwhileIsNotReadForWhatWasLookedAt() {
        objects.write("a", new byte[] {1}, "image/jpeg");
        String first = objects.look("a").orElseThrow().etag();
        objects.write("a", new byte[] {2}, "image/jpeg");
        assertThat(objects.read("a", first)).isEmpty();
        assertThat(objects.read("a")).hasValue(new byte[] {2});
    }

    @Test
    void anAddressTakesExactlyWhatWasAnnounced() throws IOException, InterruptedException {
        SignedRequest put = objects.signPut("a", 3, "image/png", Duration.ofMinutes(1));
        assertThat(put.url()).startsWith("/" + bucket + "/a?").doesNotContainIgnoringCase("checksum");
        assertThat(put.url()).contains("X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost");
        assertThat(put(put, "image/png", 4)).isEqualTo(403);
        assertThat(put(put, "image/jpeg", 3)).isEqualTo(403);
        assertThat(objects.look("a")).isEmpty();
        assertThat(put(put, "image/png", 3)).isEqualTo(200);
        assertThat(objects.look("a")).map(ObjectStore.Stored::size).contains(3L);
    }

    private static int put(SignedRequest signed, String type, int bytes) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(STORE.endpoint().resolve(signed.url()))
                .header("Content-Type", type)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(new byte[bytes]))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void aClientThatReachesTheStoreItselfIsToldSo() {
        ObjectStoreSettings direct = new ObjectStoreSettings(
                STORE.endpoint(),
                "a",
                "b",
                bucket,
                "us-east-1",
                URI.create("https://files.example.org"),
                null,
                Duration.ofMinutes(1));
        assertThat(store(direct)
                        .signPut("a", 1, "image/png", Duration.ofMinutes(1))
                        .url())
                .startsWith("https://files.example.org/" + bucket + "/a?");
    }

    @Test
    void anEndpointNeedsKeys() {
        assertThatThrownBy(() -> settings(STORE.endpoint(), "", "", bucket))
                .hasMessageContaining("parley.objects.access-key");
        assertThat(settings(null, "", "", bucket).absent()).isTrue();
        assertThat(settings(URI.create(""), "", "", bucket).absent()).isTrue();
    }

    private void put(String key) {
        s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromString("bytes"));
    }

    private List<String> keys() {
        return s3.listObjectsV2Paginator(list -> list.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .toList();
    }
}
