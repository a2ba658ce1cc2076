package chat.parley.command.erasure.objects;

import chat.parley.events.UserId;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Objects in one bucket of a store that speaks S3. Lists from the beginning each time until nothing is left, so objects
 * added meanwhile are deleted too.
 */
final class S3ObjectStore implements ObjectStore, AutoCloseable {

    private static final int NOT_IMPLEMENTED = 501;

    private final S3Client s3;
    private final String bucket;

    S3ObjectStore(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public void deleteAllOf(UserId account) {
        String prefix = account + "/";
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
    }
}
