package chat.parley.log.signal;

import java.util.function.LongSupplier;
import org.springframework.context.ApplicationContext;

/** A tail whose clock a test steers. */
public final class SteeredTail {

    private SteeredTail() {}

    public static CommitNotifier over(LongSupplier clock, ApplicationContext context) {
        return new CommitNotifier(new TailCache(clock), context.getBean(PostgresLogSignal.class));
    }
}
