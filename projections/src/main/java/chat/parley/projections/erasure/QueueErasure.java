package chat.parley.projections.erasure;

import chat.parley.distribution.StoreUnavailable;
import chat.parley.events.AccountErased;
import chat.parley.events.Envelope;
import chat.parley.events.UserId;
import chat.parley.log.erasure.Erasures;
import chat.parley.projections.View;
import chat.parley.views.ViewUnavailable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Handles {@link AccountErased}: each queue of a view sweeps its part once everything the queue delivered before is stored,
 * and only then reports that its part is done.
 */
@Component
public final class QueueErasure {

    private final Erasures erasures;

    QueueErasure(Erasures erasures) {
        this.erasures = erasures;
    }

    /** @throws StoreUnavailable the view or the table of erasures is away; to be repeated */
    public void inQueue(View view, int queue, Envelope erased) {
        try {
            UserId account = account(erased);
            view.forget(account, erased.position());
            erasures.forgotten(account, view.group().part(queue));
        } catch (ViewUnavailable
                | TransientDataAccessException
                | NonTransientDataAccessResourceException
                | RecoverableDataAccessException e) {
            throw new StoreUnavailable(e);
        }
    }

    public static boolean isWanted(Envelope event) {
        return event.event() instanceof AccountErased;
    }

    private static UserId account(Envelope erased) {
        return ((AccountErased) erased.event()).account();
    }
}
