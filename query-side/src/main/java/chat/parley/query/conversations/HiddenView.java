package chat.parley.query.conversations;

import chat.parley.events.NumberRange;
import chat.parley.events.NumberRanges;
import java.util.List;

/**
 * The messages of a conversation that one deleted for oneself.
 *
 * @param numbers in ascending order
 * @param asOf the position of the event that says so
 */
record HiddenView(List<NumberRange> numbers, long asOf) {

    NumberRanges ranges() {
        return new NumberRanges(numbers);
    }
}
