package chat.parley.command.linkpreview;

import chat.parley.command.linkpreview.LinkPreviewDrafts.Owned;
import chat.parley.command.objects.ObjectKeys;
import chat.parley.command.objects.ObjectStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes previews that nobody sent, and pictures of messages that were deleted. Works from tables, so it goes on after a restart; while the
 * store is away it tries again. Several instances may do the same work twice.
 */
@Component
class LinkPreviewWorker {

    private final LinkPreviewDrafts drafts;
    private final ObjectStore objects;

    LinkPreviewWorker(LinkPreviewDrafts drafts, ObjectStore objects) {
        this.drafts = drafts;
        this.objects = objects;
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        each(drafts::deleted, drafts::forgetPicture);
        each(drafts::unsent, drafts::delete);
        drafts.deleteSent();
    }

    private void each(Supplier<List<Owned>> next, Consumer<Owned> done) {
        for (List<Owned> page = next.get(); !page.isEmpty(); page = next.get()) {
            for (Owned preview : page) {
                objects.deleteAll(ObjectKeys.linkPicture(preview.account().value(), preview.id()));
                done.accept(preview);
            }
        }
    }
}
