package chat.parley.command.hiding;

import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which messages one does not want to see any more, and which again. A hundred at most.
 *
 * @param hide their numbers
 * @param show their numbers
 */
record HidingChange(@Nullable List<Long> hide, @Nullable List<Long> show) {

    private static final int MOST = 100;

    List<Long> toHide() {
        return hide == null ? List.of() : hide;
    }

    List<Long> toShow() {
        return show == null ? List.of() : show;
    }

    /** @throws Refused {@link Reason#MALFORMED} if there is nothing to change, too much, or a number that no message has */
    HidingChange required() {
        int asked = toHide().size() + toShow().size();
        if (asked == 0
                || asked > MOST
                || Stream.concat(toHide().stream(), toShow().stream()).anyMatch(number -> number == 0)) {
            throw new Refused(Reason.MALFORMED);
        }
        return this;
    }

    long highest() {
        return toHide().stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
