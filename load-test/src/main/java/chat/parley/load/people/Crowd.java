package chat.parley.load.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Brings pairs of people together, a few at a time: hashing a password is meant to be slow. */
public final class Crowd {

    private static final int AT_ONCE = 4;

    private final Api api;
    private final String prefix;

    /** @param prefix of the usernames; those of an earlier run are used again */
    public Crowd(Api api, String prefix) {
        this.api = api;
        this.prefix = prefix;
    }

    public List<Pair> pairs(int count) {
        return all(IntStream.range(0, count)
                .<Callable<Pair>>mapToObj(index -> () -> pair(index))
                .toList());
    }

    /** The first with the second, the third with the fourth, and so on. */
    public static List<Pair> pairs(List<Person> people) {
        return all(IntStream.range(0, people.size() / 2)
                .<Callable<Pair>>mapToObj(index -> () -> pair(people.get(2 * index), people.get(2 * index + 1)))
                .toList());
    }

    private Pair pair(int index) {
        return pair(Person.called(api, prefix + index + "_a"), Person.called(api, prefix + index + "_b"));
    }

    private static Pair pair(Person first, Person second) {
        JsonNode started = first.post("/api/conversations/direct", Map.of("username", second.username()));
        String conversation = started.required("conversation").asString();
        JsonNode now = first.get(
                "/api/conversations/" + conversation,
                "Parley-After",
                started.required("position").asString());
        return new Pair(
                first,
                second,
                conversation,
                now.required("lastSequence").asLong(),
                now.required("lastNumber").asLong());
    }

    /** Runs all, a few at a time, and gives their results in order. */
    public static <T> List<T> all(List<Callable<T>> tasks) {
        return all(tasks, AT_ONCE);
    }

    /** Runs all, so many at a time, and gives their results in order. */
    public static <T> List<T> all(List<Callable<T>> tasks, int atOnce) {
        try (ExecutorService workers =
                Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
            List<T> results = new ArrayList<>(tasks.size());
            for (Future<T> each : workers.invokeAll(tasks)) {
                results.add(each.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(String.valueOf(e.getCause()), e.getCause());
        }
    }
}
