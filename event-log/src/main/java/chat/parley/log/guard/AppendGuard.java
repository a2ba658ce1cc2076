package chat.parley.log.guard;

import chat.parley.events.ParleyEvent;

/** Rows outside the log that change in the transaction of an event, or do not let it be recorded. */
public interface AppendGuard {

    /** Whether an event changes such rows. Such an event is appended in a transaction with them. */
    boolean concerns(ParleyEvent event);

    /**
     * To be called in the event's transaction, before the append.
     *
     * @param sequence at which the event is going to be recorded
     * @throws chat.parley.refusals.Refused it is not recorded
     */
    void write(ParleyEvent event, long sequence);
}
