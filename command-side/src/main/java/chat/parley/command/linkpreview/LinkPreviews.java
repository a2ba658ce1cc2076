package chat.parley.command.linkpreview;

import chat.parley.command.linkpreview.PageFetcher.Wanted;
import chat.parley.command.linkpreview.PageReader.Page;
import chat.parley.command.objects.ObjectKeys;
import chat.parley.command.objects.ObjectStore;
import chat.parley.command.picture.DecodedPicture;
import chat.parley.command.picture.PictureDecoder;
import chat.parley.command.picture.PictureSize;
import chat.parley.events.LinkPreview;
import chat.parley.events.LinkPreviewId;
import chat.parley.events.UserId;
import chat.parley.log.guard.AccountStatuses;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at pages for people who are about to link to them. Whyever there is no preview, the answer is the same. */
@Component
class LinkPreviews implements DisposableBean {

    static final String PICTURE_TYPE = "image/jpeg";

    private static final Logger LOG = LoggerFactory.getLogger(LinkPreviews.class);
    private static final Duration WITHIN = Duration.ofSeconds(8);
    private static final int AT_ONCE = 32;

    /** A page of half a megabyte takes many times that while it is read. */
    private static final int READ_AT_ONCE = 2;

    private static final List<PictureSize> SIZE = List.of(new PictureSize(600, false));

    private final LinkPreviewSettings settings;
    private final PageAddresses addresses;
    private final PageFetcher fetcher;
    private final PictureDecoder decoder;
    private final ObjectStore objects;
    private final LinkPreviewDrafts drafts;
    private final AccountStatuses accounts;
    private final TransactionTemplate transaction;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Semaphore reading = new Semaphore(READ_AT_ONCE);
    private final ExecutorService looking = Executors.newVirtualThreadPerTaskExecutor();

    LinkPreviews(
            LinkPreviewSettings settings,
            PageAddresses addresses,
            PageFetcher fetcher,
            PictureDecoder decoder,
            ObjectStore objects,
            LinkPreviewDrafts drafts,
            AccountStatuses accounts,
            PlatformTransactionManager transactions) {
        this.settings = settings;
        this.addresses = addresses;
        this.fetcher = fetcher;
        this.decoder = decoder;
        this.objects = objects;
        this.drafts = drafts;
        this.accounts = accounts;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A preview that is kept for a while.
     *
     * @param picture a JPEG file
     */
    record Kept(LinkPreviewId id, LinkPreview preview, byte @Nullable [] picture) {}

    /** @throws Refused {@link Reason#PREVIEW_UNAVAILABLE} for whatever is not looked at, not there or no page */
    Kept look(UserId account, String url) throws InterruptedException {
        long until = System.nanoTime() + WITHIN.toNanos();
        URI address = Optional.of(url)
                .filter(_ -> settings.enabled())
                .flatMap(addresses::of)
                .orElseThrow(LinkPreviews::unavailable);
        Page page = await(() -> page(address), until).orElseThrow(LinkPreviews::unavailable);
        LinkPreviewId id = new LinkPreviewId(UUID.randomUUID());
        LinkPreview preview = new LinkPreview(url, page.title(), page.description(), null);
        DecodedPicture picture = picture(page, until).orElse(null);
        transaction.executeWithoutResult(_ -> {
            requireThere(account);
            drafts.keep(account, id, preview);
        });
        return picture == null ? new Kept(id, preview, null) : withPicture(account, id, preview, picture);
    }

    private Page page(URI address) throws IOException, InterruptedException {
        PageFetcher.Fetched fetched = fetcher.get(address, Wanted.PAGE);
        reading.acquire();
        try {
            return PageReader.read(fetched);
        } finally {
            reading.release();
        }
    }

    private Optional<DecodedPicture> picture(Page page, long until) throws InterruptedException {
        URI address = Optional.ofNullable(page.picture())
                .filter(_ -> objects.exists())
                .flatMap(link -> addresses.linkedFrom(page.from(), link))
                .orElse(null);
        return address == null
                ? Optional.empty()
                : await(
                        () -> decoder.decode(
                                fetcher.get(address, Wanted.PICTURE).bytes(), SIZE),
                        until);
    }

    /** The row is there before the picture, so that an erasure waits for it. A store that is away costs the picture only. */
    private Kept withPicture(UserId account, LinkPreviewId id, LinkPreview preview, DecodedPicture decoded) {
        byte[] bytes = decoded.made().getFirst();
        String key = ObjectKeys.linkPicture(account.value(), id);
        LinkPreview.Picture picture = new LinkPreview.Picture(id, decoded.width(), decoded.height());
        try {
            objects.write(key, bytes, PICTURE_TYPE);
        } catch (RuntimeException e) {
            LOG.warn("The picture of a page cannot be stored: {}", e.toString());
            return new Kept(id, preview, null);
        }
        if (!drafts.keepPicture(picture)) {
            objects.deleteAll(key);
            throw new Refused(Reason.ACCOUNT_ERASED);
        }
        return new Kept(id, new LinkPreview(preview.url(), preview.title(), preview.description(), picture), bytes);
    }

    private void requireThere(UserId account) {
        if (accounts.lock(account).map(AccountStatuses.AccountStatus::erased).orElse(true)) {
            throw new Refused(Reason.ACCOUNT_ERASED);
        }
    }

    /**
     * What is not answered in time is interrupted, which closes its connection. Looking up a name cannot be interrupted: it keeps its place
     * until it ends.
     */
    private <T> Optional<T> await(Callable<T> task, long until) throws InterruptedException {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        Future<T> answer = looking.submit(() -> {
            try {
                return task.call();
            } finally {
                places.release();
            }
        });
        try {
            return Optional.of(answer.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS));
        } catch (ExecutionException e) {
            LOG.debug("There is no preview of a page: {}", String.valueOf(e.getCause()));
            return Optional.empty();
        } catch (TimeoutException e) {
            return Optional.empty();
        } finally {
            answer.cancel(true);
        }
    }

    private static Refused unavailable() {
        return new Refused(Reason.PREVIEW_UNAVAILABLE);
    }

    @Override
    public void destroy() {
        looking.shutdownNow();
    }
}
