package chat.parley.command.erasure;

import chat.parley.command.erasure.objects.ObjectEraser;
import chat.parley.command.linkpreview.LinkPreviewDrafts;
import chat.parley.command.upload.Uploads;
import chat.parley.events.UserId;
import chat.parley.log.erasure.Erasure;
import chat.parley.log.erasure.ErasureId;
import chat.parley.log.erasure.Erasures;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The record of an erasure, around the transaction that erases the account. */
@Component
final class ErasureStart {

    private final Erasures erasures;
    private final ErasedPeople people;
    private final ObjectEraser objects;
    private final Uploads uploads;
    private final LinkPreviewDrafts previews;

    ErasureStart(
            Erasures erasures, ErasedPeople people, ObjectEraser objects, Uploads uploads, LinkPreviewDrafts previews) {
        this.erasures = erasures;
        this.people = people;
        this.objects = objects;
        this.uploads = uploads;
        this.previews = previews;
    }

    Optional<Erasure> of(UserId account) {
        return erasures.of(account);
    }

    /** To be called in the erasing transaction, before its append. */
    ErasureId begin(UserId account) {
        ErasureId id = new ErasureId(UUID.randomUUID());
        erasures.begin(account, id, ErasureParts.ALL);
        uploads.erase(account);
        previews.erase(account);
        ErasureParts.AT_ONCE.forEach(part -> erasures.forgotten(account, part));
        return id;
    }

    /** To be called after the commit, so that nobody waits for the next look at the table. */
    void committed(UserId account) {
        people.learn(account);
        objects.wake();
    }
}
