package chat.parley.command.objects;

import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedGetObjectRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/**
 * Objects in one bucket of a store that speaks S3. Lists from the beginning each time until nothing is left, so objects
 * added meanwhile are deleted too.
 */
final class S3ObjectStore implements ObjectStore, AutoCloseable {

    private static final int NOT_IMPLEMENTED = 501;

    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;

    private final S3Client s3;
    private final S3Presigner signer;
    private final String bucket;
    private final boolean passedOn;
    private final @Nullable URI cdn;

    S3ObjectStore(S3Client s3, S3Presigner signer, ObjectStoreSettings settings) {
        this.s3 = s3;
        this.signer = signer;
        this.bucket = settings.bucket();
        this.passedOn = settings.passedOn();
        this.cdn = settings.servedFrom();
    }

    @Override
    public boolean exists() {
        return true;
    }

    /** Every answer says it, a refusal too: of a request signed at another time, or of no bucket. */
    @Override
    public Optional<Instant> clock() {
        SdkHttpResponse answer;
        try {
            answer = s3.headBucket(head -> head.bucket(bucket)).sdkHttpResponse();
        } catch (S3Exception refused) {
            answer = refused.awsErrorDetails().sdkHttpResponse();
        }
        return answer.firstMatchingHeader("Date")
                .map(date -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
    }

    @Override
    public void prepare() {
        try {
            s3.headBucket(head -> head.bucket(bucket));
        } catch (NoSuchBucketException absent) {
            s3.createBucket(create -> create.bucket(bucket));
        }
    }

    @Override
    public Optional<Stored> look(String key) {
        return found(() -> {
            HeadObjectResponse head = s3.headObject(it -> it.bucket(bucket).key(key));
            return new Stored(head.contentLength(), head.eTag());
        });
    }

    @Override
    public Stream<List<Listed>> list(String prefix) {
        try {
            s3.headBucket(head -> head.bucket(bucket));
        } catch (NoSuchBucketException nobodyHasObjects) {
            return Stream.empty();
        }
        return s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).stream()
                .map(page -> page.contents().stream()
                        .map(object -> new Listed(object.key(), object.size(), object.lastModified()))
                        .toList());
    }

    @Override
    public Optional<byte[]> read(String key, String etag) {
        return found(() -> s3.getObjectAsBytes(it -> it.bucket(bucket).key(key).ifMatch(etag))
                .asByteArrayUnsafe());
    }

    @Override
    public Optional<byte[]> read(String key) {
        return found(() -> s3.getObjectAsBytes(it -> it.bucket(bucket).key(key)).asByteArrayUnsafe());
    }

    @Override
    public Optional<InputStream> open(String key, String etag) {
        return found(() -> s3.getObject(
                it -> it.bucket(bucket).key(key).ifMatch(etag).overrideConfiguration(S3ObjectStore::forLong)));
    }

    @Override
    public Optional<byte[]> read(String key, String etag, long from, int length) {
        return found(() -> s3.getObjectAsBytes(it ->
                        it.bucket(bucket).key(key).ifMatch(etag).range("bytes=" + from + "-" + (from + length - 1)))
                .asByteArrayUnsafe());
    }

    @Override
    public void write(String key, InputStream bytes, long size, String type) {
        s3.putObject(
                it -> it.bucket(bucket)
                        .key(key)
                        .contentType(type)
                        .contentLength(size)
                        .overrideConfiguration(S3ObjectStore::forLong),
                RequestBody.fromInputStream(bytes, size));
    }

    @Override
    public boolean copy(String from, String etag, String to) {
        return found(() -> s3.copyObject(it -> it.sourceBucket(bucket)
                        .sourceKey(from)
                        .copySourceIfMatch(etag)
                        .destinationBucket(bucket)
                        .destinationKey(to)
                        .overrideConfiguration(S3ObjectStore::forLong)))
                .isPresent();
    }

    /** A store takes a while for a file of 2 GiB. */
    private static void forLong(AwsRequestOverrideConfiguration.Builder call) {
        call.apiCallTimeout(Duration.ofMinutes(10));
    }

    private static <T> Optional<T> found(Supplier<T> asked) {
        try {
            return Optional.of(asked.get());
        } catch (S3Exception refused) {
            if (refused.statusCode() == NOT_FOUND || refused.statusCode() == PRECONDITION_FAILED) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    @Override
    public void write(String key, byte[] bytes, String type) {
        s3.putObject(
                it -> it.bucket(bucket).key(key).contentType(type).contentLength((long) bytes.length),
                RequestBody.fromBytes(bytes));
    }

    @Override
    public SignedRequest signPut(String key, long size, String type, Duration within) {
        PresignedPutObjectRequest signed = signer.presignPutObject(sign -> sign.signatureDuration(within)
                .putObjectRequest(
                        put -> put.bucket(bucket).key(key).contentLength(size).contentType(type)));
        return new SignedRequest(address(signed.url()), Map.of("Content-Type", type));
    }

    @Override
    public SignedRequest signGet(String key, String type, String disposition, Duration within) {
        PresignedGetObjectRequest signed = signer.presignGetObject(sign -> sign.signatureDuration(within)
                .getObjectRequest(get -> get.bucket(bucket)
                        .key(key)
                        .responseContentType(type)
                        .responseContentDisposition(disposition)
                        .responseCacheControl("private, max-age=300")));
        return new SignedRequest(served(signed.url()), Map.of());
    }

    private String served(URL signed) {
        return cdn == null ? address(signed) : cdn.resolve(signed.getFile()).toString();
    }

    private String address(URL signed) {
        return passedOn ? signed.getFile() : signed.toString();
    }

    @Override
    public void deleteAll(String prefix) {
        try {
            abortUploads(prefix);
            deleteCurrent(prefix);
            deleteVersions(prefix);
        } catch (NoSuchBucketException nobodyHasObjects) {
            // The bucket is created by the first upload.
        }
    }

    private void abortUploads(String prefix) {
        ListMultipartUploadsResponse page;
        do {
            page = s3.listMultipartUploads(list -> list.bucket(bucket).prefix(prefix));
            page.uploads()
                    .forEach(upload -> s3.abortMultipartUpload(
                            abort -> abort.bucket(bucket).key(upload.key()).uploadId(upload.uploadId())));
        } while (!page.uploads().isEmpty());
    }

    private void deleteCurrent(String prefix) {
        ListObjectsV2Response page;
        do {
            page = s3.listObjectsV2(list -> list.bucket(bucket).prefix(prefix));
            delete(page.contents().stream()
                    .map(object -> ObjectIdentifier.builder().key(object.key()).build())
                    .toList());
        } while (!page.contents().isEmpty());
    }

    /** In a versioned bucket, deleting an object only hides it. A store without versions does not know this request. */
    private void deleteVersions(String prefix) {
        List<ObjectIdentifier> page;
        do {
            page = versions(prefix);
            delete(page);
        } while (!page.isEmpty());
    }

    private List<ObjectIdentifier> versions(String prefix) {
        try {
            ListObjectVersionsResponse page =
                    s3.listObjectVersions(list -> list.bucket(bucket).prefix(prefix));
            return Stream.concat(
                            page.versions().stream().map(version -> version(version.key(), version.versionId())),
                            page.deleteMarkers().stream().map(marker -> version(marker.key(), marker.versionId())))
                    .toList();
        } catch (S3Exception refused) {
            if (refused.statusCode() == NOT_IMPLEMENTED) {
                return List.of();
            }
            throw refused;
        }
    }

    private static ObjectIdentifier version(String key, String version) {
        return ObjectIdentifier.builder().key(key).versionId(version).build();
    }

    private void delete(List<ObjectIdentifier> objects) {
        if (objects.isEmpty()) {
            return;
        }
        DeleteObjectsResponse answer =
                s3.deleteObjects(request -> request.bucket(bucket).delete(those -> those.objects(objects)));
        if (answer.hasErrors()) {
            throw new IllegalStateException("the object store keeps what it was told to delete: "
                    + answer.errors().getFirst().code());
        }
    }

    @Override
    public void close() {
        s3.close();
        signer.close();
    }
}
