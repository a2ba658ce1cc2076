package chat.parley.projections;

import chat.parley.distribution.StoreUnavailable;
import chat.parley.events.AccountErased;
import chat.parley.events.Envelope;
import chat.parley.events.UserId;
import chat.parley.log.erasure.Erasures;
import chat.parley.views.ViewUnavailable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/**
 * What is done about an {@link AccountErased}: each queue of a view sweeps its part once everything the queue brought before is stored,
 * and only then says that it has forgotten.
 */
@Component
final class Forgetting {

    private final Erasures erasures;

    Forgetting(Erasures erasures) {
        this.erasures = erasures;
    }

    /** @throws StoreUnavailable to be done again: the view or the table of erasures is away */
    void inQueue(View view, int queue, Envelope erased) {
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

    static boolean isWanted(Envelope event) {
        return event.event() instanceof AccountErased;
    }

    private static UserId account(Envelope erased) {
        return ((AccountErased) erased.event()).account();
    }
}
