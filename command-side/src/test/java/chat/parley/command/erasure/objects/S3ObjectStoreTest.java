package chat.parley.command.erasure.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.events.UserId;
import chat.parley.infrastructure.Address;
import chat.parley.infrastructure.Component;
import chat.parley.testing.TestInfrastructure;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
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
    private final S3Client s3 = ObjectStoreConfiguration.client(settings(STORE.endpoint()));
    private final ObjectStore objects = new S3ObjectStore(s3, bucket);

    private static ObjectStoreSettings settings(URI endpoint) {
        return new ObjectStoreSettings(endpoint, STORE.accessKey(), STORE.secretKey(), "parley", "us-east-1");
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
        objects.deleteAllOf(ALICE);
        assertThat(keys()).containsExactlyInAnyOrder(BOB + "/avatar", ALICE + "0/of another");
        objects.deleteAllOf(ALICE);
        assertThat(keys()).hasSize(2);
    }

    @Test
    void moreThanAPageIsDeleted() {
        IntStream.range(0, 1_050).parallel().forEach(i -> put(ALICE + "/" + i));
        objects.deleteAllOf(ALICE);
        assertThat(keys()).isEmpty();
    }

    @Test
    void uploadsThatWereNotFinishedAreAborted() {
        String key = ALICE + "/video";
        String upload = s3.createMultipartUpload(create -> create.bucket(bucket).key(key))
                .uploadId();
        s3.uploadPart(
                part -> part.bucket(bucket).key(key).uploadId(upload).partNumber(1), RequestBody.fromString("frames"));
        objects.deleteAllOf(ALICE);
        assertThat(s3.listMultipartUploads(list -> list.bucket(bucket)).uploads())
                .extracting(MultipartUpload::key)
                .isEmpty();
        assertThat(keys()).isEmpty();
    }

    @Test
    void whereThereIsNoBucketThereIsNothingToDelete() {
        new S3ObjectStore(s3, "none-" + UUID.randomUUID()).deleteAllOf(ALICE);
    }

    @Test
    void aStoreThatIsAwayOrRefusesIsSaidSo() {
        try (S3Client away = ObjectStoreConfiguration.client(settings(URI.create("http://127.0.0.1:1")))) {
            ObjectStore unreachable = new S3ObjectStore(away, bucket);
            assertThatThrownBy(() -> unreachable.deleteAllOf(ALICE)).isInstanceOf(SdkException.class);
        }
        ObjectStoreSettings wrong =
                new ObjectStoreSettings(STORE.endpoint(), STORE.accessKey(), "wrong", "parley", "us-east-1");
        try (S3Client stranger = ObjectStoreConfiguration.client(wrong)) {
            ObjectStore refused = new S3ObjectStore(stranger, bucket);
            assertThatThrownBy(() -> refused.deleteAllOf(ALICE)).isInstanceOf(S3Exception.class);
        }
    }

    @Test
    void anEndpointNeedsKeys() {
        assertThatThrownBy(() -> new ObjectStoreSettings(STORE.endpoint(), "", "", "parley", "us-east-1"))
                .hasMessageContaining("parley.objects.access-key");
        assertThat(new ObjectStoreSettings(null, "", "", "parley", "us-east-1").absent())
                .isTrue();
        assertThat(new ObjectStoreSettings(URI.create(""), "", "", "parley", "us-east-1").absent())
                .isTrue();
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
