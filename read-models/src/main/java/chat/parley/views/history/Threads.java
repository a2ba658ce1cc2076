package chat.parley.views.history;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which messages are in which threads, and who follows these without having chosen to. What the messages say is among all {@link Messages}. */
public interface Threads {

    /**
     * A message's place in a thread.
     *
     * @param number in the thread
     * @param message its number among all messages
     * @param gone whether it was deleted
     */
    record Entry(long number, long message, long sequence, UserId author, Instant at, boolean gone) {}

    /**
     * A thread.
     *
     * @param number of the message that it is about
     */
    record Root(ConversationId conversation, long number) {}

    /**
     * A thread that somebody wrote in, was mentioned in or began.
     *
     * @param root the number of the message that it is about
     * @param since the number of the first message of it that concerned them
     */
    record Follower(ConversationId conversation, long root, long since) {}

    /**
     * The messages of a thread below a number, newest first.
     *
     * @param number in the thread, excluded
     * @throws chat.parley.views.ViewUnavailable the store cannot be reached
     */
    List<Entry> before(Root root, long number, int limit);

    /**
     * The newest messages of threads, newest first; threads without one are left out.
     *
     * @param from for each thread, the lowest number to look at
     * @throws chat.parley.views.ViewUnavailable the store cannot be reached
     */
    Map<Root, List<Entry>> newest(Map<Root, Long> from, int ofEach);

    /**
     * Which of these messages there is a thread about.
     *
     * @throws chat.parley.views.ViewUnavailable the store cannot be reached
     */
    Set<Long> among(ConversationId conversation, Collection<Long> messages);

    /**
     * At most 2,000.
     *
     * @throws chat.parley.views.ViewUnavailable the store cannot be reached
     */
    List<Follower> followedBy(UserId member);

    /**
     * As {@link #followedBy(UserId)}, of one thread.
     *
     * @throws chat.parley.views.ViewUnavailable the store cannot be reached
     */
    Optional<Follower> followedBy(UserId member, Root root);
}
