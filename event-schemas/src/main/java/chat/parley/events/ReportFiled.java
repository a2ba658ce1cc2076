package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member of a group reported another, or a message of theirs.
 *
 * @param about whom
 * @param number of the message; absent if it is about the person
 * @param target the sequence at which that message was recorded
 * @param told who leads the group, without the one it is about
 * @param content null once erased
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportFiled(
        ConversationId conversation,
        ReportId report,
        UserId reporter,
        UserId about,
        @Nullable Long number,
        @Nullable Long target,
        List<UserId> told,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable ReportReason content)
        implements ReportEvent, CarriesContent {

    public ReportFiled {
        told = List.copyOf(told);
    }

    @Override
    public Owner owner() {
        return new Owner.Person(reporter);
    }
}
