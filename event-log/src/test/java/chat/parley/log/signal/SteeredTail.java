package chat.parley.log.signal;

import java.util.function.LongSupplier;
import org.springframework.context.ApplicationContext;

/** A tail whose clock a test steers. */
public final class SteeredTail {

    private SteeredTail() {}

    public static Appended over(LongSupplier clock, ApplicationContext context) {
        return new Appended(new Tail(clock), context.getBean(LogSignals.class));
    }
}
