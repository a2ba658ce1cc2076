package chat.parley.command.erasure;

import chat.parley.events.UserId;
import chat.parley.log.erasure.Erasures;
import org.springframework.stereotype.Component;

/** Hears, from callers in the same process, what has forgotten a person. */
@Component
public final class ErasureReports {

    private final Erasures erasures;

    ErasureReports(Erasures erasures) {
        this.erasures = erasures;
    }

    /** @param part such as {@code fanout.3}; repeating it changes nothing */
    public void forgotten(UserId account, String part) {
        erasures.forgotten(account, part);
    }
}
