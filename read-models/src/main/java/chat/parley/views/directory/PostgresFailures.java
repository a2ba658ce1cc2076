package chat.parley.views.directory;

import chat.parley.views.ViewUnavailable;
import java.util.function.Supplier;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Distinguishes an unavailable database from one that rejects its input. */
final class PostgresFailures {

    private PostgresFailures() {}

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
