package chat.parley.log.guard;

import chat.parley.events.AdmissionEnded;
import chat.parley.events.AdmissionEvent;
import chat.parley.events.AdmissionSought;
import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.log.SequenceConflict;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes who is invited into groups or asks to join them. */
final class AdmissionRows {

    private final JdbcClient jdbc;

    AdmissionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(AdmissionEvent event, long sequence) {
        switch (event) {
            case AdmissionSought sought -> {
                requireBlockKnown(sought);
                jdbc.sql("""
                    INSERT INTO log.admission (conversation, person, sought_by, sequence) VALUES (?, ?, ?, ?)
                    ON CONFLICT (conversation, person)
                    DO UPDATE SET sought_by = excluded.sought_by, sequence = excluded.sequence
                    """)
                        .params(
                                sought.conversation().value(),
                                sought.person().value(),
                                sought.by().value(),
                                sequence)
                        .update();
            }
            case AdmissionEnded ended -> end(ended.conversation(), List.of(ended.person()));
        }
    }

    /** The person's account is locked: who is blocked at this moment is decided on anew. */
    private void requireBlockKnown(AdmissionSought sought) {
        boolean blocked = jdbc.sql("SELECT EXISTS (SELECT FROM log.block WHERE blocker = ? AND blocked = ?)")
                .params(sought.person().value(), sought.by().value())
                .query(Boolean.class)
                .single();
        if (blocked != Boolean.TRUE.equals(sought.unheard())) {
            throw new SequenceConflict();
        }
    }

    /** They have come, or do not come any more. */
    void end(ConversationId group, List<UserId> people) {
        jdbc.sql("DELETE FROM log.admission WHERE conversation = ? AND person = ANY (?::uuid[])")
                .params(group.value(), people.stream().map(UserId::value).toArray(UUID[]::new))
                .update();
    }

    void endAll(ConversationId group) {
        jdbc.sql("DELETE FROM log.admission WHERE conversation = ?")
                .param(group.value())
                .update();
    }

    void forget(UserId person) {
        jdbc.sql("DELETE FROM log.admission WHERE person = ? OR sought_by = ?")
                .params(person.value(), person.value())
                .update();
    }
}
