package chat.parley.load.seed;

import chat.parley.load.people.Api;
import chat.parley.load.people.Crowd;
import chat.parley.load.people.Person;
import chat.parley.load.product.DataFolder;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Many people, signed in, with conversations among themselves.
 *
 * @param conversations some of them, drawn at random
 */
public record SeededPeople(List<Person> people, List<SeededConversation> conversations) {

    /** That many conversations at most are remembered here. */
    private static final int REMEMBERED = 20_000;

    private static final int SIGN_IN_AT_ONCE = 32;

    /** The relay and the views. */
    public interface Views {

        /** Returns when they have followed the log. */
        void await() throws InterruptedException;
    }

    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * @param each how many conversations each of them has: none, or an even number less than there are people
     * @param views waits until relay and views have followed the log
     * @param tell is told how long it took
     */
    public static SeededPeople seed(
            DataFolder data, Api api, String prefix, int count, int each, Views views, Consumer<String> tell)
            throws SQLException, InterruptedException {
        if (each % 2 != 0 || (each > 0 && each >= count)) {
            throw new IllegalArgumentException(
                    "Everyone has an even number of conversations, with different people: of %d people each cannot have %d"
                            .formatted(count, each));
        }
        long begun = System.nanoTime();
        List<SeededAccount> accounts = SeededAccounts.register(data, prefix, count);
        tell.accept("%d accounts with a session each were written after %.1f s".formatted(count, seconds(begun)));
        List<Person> people = accounts.stream()
                .map(account ->
                        Person.seeded(api, account.user().toString(), account.username(), account.refreshToken()))
                .toList();
        List<SeededConversation> conversations = List.of();
        if (each > 0) {
            people.getFirst().refresh();
            String model = people.getFirst().startConversationWith(people.get(1));
            // The conversations are not relayed, so the views will say that they are behind by them.
            views.await();
            conversations = SeededConversations.copy(data, accounts, model, each, REMEMBERED);
            tell.accept("%d conversations were written after %.1f s".formatted(count * each / 2, seconds(begun)));
        } else {
            views.await();
        }
        signIn(people);
        tell.accept("everyone is signed in after %.1f s".formatted(seconds(begun)));
        return new SeededPeople(people, conversations);
    }

    private static void signIn(List<Person> people) {
        Crowd.all(
                people.stream()
                        .<Callable<Boolean>>map(person -> () -> {
                            person.refresh();
                            return true;
                        })
                        .toList(),
                SIGN_IN_AT_ONCE);
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / NANOS_PER_SECOND;
    }
}
