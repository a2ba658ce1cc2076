package chat.parley.views.directory;

import chat.parley.views.ViewUnavailable;
import java.util.function.Supplier;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells a database that is not well from one that refuses what it is given. */
final class Postgres {

    private Postgres() {}

    static <T> T ask(Supplier<T> work) {
        try {
            return work.get();
        } catch (TransientDataAccessException
                | NonTransientDataAccessResourceException
                | RecoverableDataAccessException
                | TransactionException e) {
            throw new ViewUnavailable(e);
        }
    }
}
