package chat.parley.command.upload;

import chat.parley.command.objects.ObjectStore;
import chat.parley.command.picture.PictureDecoder;
import chat.parley.distribution.Supervised;
import chat.parley.distribution.Supervising;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Checks what was put, and deletes what is not used any more. It works from the table of uploads, so it goes on after a restart; of several
 * instances each takes another row. While the store is away it tries again.
 */
@Component
public class UploadWorker implements SmartLifecycle, Supervising {

    private static final Logger LOG = LoggerFactory.getLogger(UploadWorker.class);
    private static final long LOOK_EVERY_S = 5;
    private static final long SWEEP_EVERY_S = 10;

    private final Uploads uploads;
    private final UploadChecker checker;
    private final ObjectStore objects;
    private final PictureDecoder decoder;
    private final Semaphore pictureToCheck = new Semaphore(0);
    private final Semaphore fileToCheck = new Semaphore(0);
    private final Semaphore toDelete = new Semaphore(0);
    private volatile List<Supervised> workers = List.of();

    UploadWorker(Uploads uploads, UploadChecker checker, ObjectStore objects, PictureDecoder decoder) {
        this.uploads = uploads;
        this.checker = checker;
        this.objects = objects;
        this.decoder = decoder;
    }

    @FunctionalInterface
    private interface Step {
        void take(Upload upload) throws Exception;
    }

    /** Something was put. */
    void check() {
        pictureToCheck.release();
        fileToCheck.release();
    }

    /** Something is not used any more. */
    public void delete() {
        toDelete.release();
    }

    @Override
    public void start() {
        if (objects.exists()) {
            workers = List.of(
                    Supervised.start("picture checks", this::checkPictures),
                    Supervised.start("file checks", this::checkFiles),
                    Supervised.start("upload deletion", this::deleteAll));
        }
    }

    @Override
    public void stop() {
        List<Supervised> working = workers;
        workers = List.of();
        working.forEach(Supervised::close);
    }

    @Override
    public boolean isRunning() {
        return !workers.isEmpty();
    }

    @Override
    public Collection<Supervised> supervised() {
        return workers;
    }

    /** A bucket that cannot be reached or made is said at the start, and again while it is so; everything else goes on. */
    private void checkPictures() throws Exception {
        objects.prepare();
        while (true) {
            if (!each(uploads::nextPictureToCheck, checker::check)) {
                decoder.rest();
            }
            pause(pictureToCheck, LOOK_EVERY_S);
        }
    }

    private void checkFiles() throws Exception {
        while (true) {
            each(uploads::nextFileToCheck, checker::check);
            pause(fileToCheck, LOOK_EVERY_S);
        }
    }

    private void deleteAll() throws Exception {
        while (true) {
            uploads.expire();
            each(uploads::nextToDelete, this::delete);
            each(uploads::nextToSweep, this::sweep);
            pause(toDelete, SWEEP_EVERY_S);
        }
    }

    private void delete(Upload upload) {
        objects.deleteAll(upload.made());
        objects.deleteAll(upload.incoming());
        uploads.gone(upload);
    }

    private void sweep(Upload upload) {
        objects.deleteAll(upload.incoming());
        uploads.swept(upload);
    }

    /** @return whether there was anything to do */
    private boolean each(Supplier<Optional<Upload>> next, Step step) throws InterruptedException {
        boolean any = false;
        for (Optional<Upload> upload = next.get(); upload.isPresent(); upload = next.get()) {
            any = true;
            take(upload.get(), step);
        }
        return any;
    }

    /** One that fails keeps no other waiting. */
    private void take(Upload upload, Step step) throws InterruptedException {
        try {
            step.take(upload);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            if (isRunning()) {
                LOG.warn("An upload waits for the object store: {}", e.toString());
            }
            uploads.again(upload);
        }
    }

    private static void pause(Semaphore wakes, long seconds) throws InterruptedException {
        if (wakes.tryAcquire(seconds, TimeUnit.SECONDS)) {
            wakes.drainPermits();
        }
    }
}
