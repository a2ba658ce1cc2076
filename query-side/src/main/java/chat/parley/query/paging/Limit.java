package chat.parley.query.paging;

import chat.parley.refusals.FieldProblem;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks how many items a request asks for. */
public final class Limit {

    private Limit() {}

    /** @throws Refused {@link Reason#RANGE_INVALID} unless it is 1 to the most */
    public static int of(@Nullable Integer asked, int usual, int most) {
        if (asked == null) {
            return usual;
        }
        if (asked < 1 || asked > most) {
            throw rangeInvalid("limit", "A limit is 1 to " + most + ".");
        }
        return asked;
    }

    public static Refused rangeInvalid(String field, String sentence) {
        return Refused.forFields(List.of(new FieldProblem(field, Reason.RANGE_INVALID, sentence)));
    }
}
