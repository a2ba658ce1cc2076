package chat.parley.log.guard;

import chat.parley.events.ConversationId;
import chat.parley.events.ReportId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What members of groups report to those who lead them, as long as nobody has dealt with it. */
public interface Reports {

    /**
     * @param about whom
     * @param target the sequence of the message it is about, or null if it is about the person
     * @param sequence of the event that says so in the stream of the report
     */
    record Report(
            ReportId report,
            ConversationId group,
            UserId reporter,
            UserId about,
            @Nullable Long target,
            long sequence) {

        public StreamId stream() {
            return StreamId.report(group, report);
        }
    }

    Optional<Report> find(ReportId report);

    /** Those in a group, without those about a person, up to a limit. */
    List<Report> in(ConversationId group, UserId without, int limit);
}
