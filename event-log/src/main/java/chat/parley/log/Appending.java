package chat.parley.log;

import java.util.List;

/** A unit of work on its way into the log. */
public interface Appending {

    /**
     * Returns when the unit is durable, again and again the same.
     *
     * @throws RuntimeException as {@link EventLog#append}
     */
    List<StoredEvent> await();
}
