package chat.parley.log;

import java.util.List;

/** A unit of work that is being appended. */
public interface PendingAppend {

    /**
     * Waits until the unit is durable. Every call returns or throws the same.
     *
     * @throws RuntimeException as {@link EventLog#append}
     */
    List<StoredEvent> await();
}
