package chat.parley.command.erasure;

import chat.parley.command.erasure.objects.ObjectErasure;
import chat.parley.events.UserId;
import chat.parley.log.erasure.Erasure;
import chat.parley.log.erasure.ErasureId;
import chat.parley.log.erasure.Erasures;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Begins the forgetting of a person beside the transaction that erases them. */
@Component
public final class BegunErasures {

    private final Erasures erasures;
    private final ErasedPeople people;
    private final ObjectErasure objects;

    BegunErasures(Erasures erasures, ErasedPeople people, ObjectErasure objects) {
        this.erasures = erasures;
        this.people = people;
        this.objects = objects;
    }

    public Optional<Erasure> of(UserId account) {
        return erasures.of(account);
    }

    /** Within the erasing transaction, before its append. */
    public ErasureId begin(UserId account) {
        ErasureId id = new ErasureId(UUID.randomUUID());
        erasures.begin(account, id, ErasureParts.ALL);
        ErasureParts.AT_ONCE.forEach(part -> erasures.forgotten(account, part));
        return id;
    }

    /** After that transaction's commit: what waits for it need not wait for its next look at the table. */
    public void begun(UserId account) {
        people.learn(account);
        objects.wake();
    }
}
