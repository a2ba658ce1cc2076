package chat.parley.load.traffic;

import chat.parley.load.people.Pair;
import java.util.ArrayList;
import java.util.List;

/** What both devices of a pair know: which message of the run has which number. */
final class Talk {

    private final long before;
    private final List<Integer> byNumber = new ArrayList<>();

    Talk(Pair pair) {
        before = pair.lastNumber();
    }

    long numberBefore() {
        return before;
    }

    void numbered(long number, int message) {
        int place = Math.toIntExact(number - before - 1);
        while (byNumber.size() <= place) {
            byNumber.add(-1);
        }
        byNumber.set(place, message);
    }

    /** The message of this run with a number, or -1 where there is none. */
    int messageAt(long number) {
        long place = number - before - 1;
        return place < 0 || place >= byNumber.size() ? -1 : byNumber.get((int) place);
    }
}
