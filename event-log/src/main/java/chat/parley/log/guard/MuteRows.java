package chat.parley.log.guard;

import chat.parley.events.ConversationId;
import chat.parley.events.MuteChanged;
import chat.parley.events.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes who may say nothing in groups. */
final class MuteRows {

    private final JdbcClient jdbc;

    MuteRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(MuteChanged event) {
        Instant until = event.until();
        if (until == null) {
            jdbc.sql("DELETE FROM log.mute WHERE conversation = ? AND member = ?")
                    .params(event.conversation().value(), event.member().value())
                    .update();
            return;
        }
        jdbc.sql("""
            INSERT INTO log.mute (conversation, member, until) VALUES (?, ?, ?)
            ON CONFLICT (conversation, member) DO UPDATE SET until = excluded.until
            """)
                .params(event.conversation().value(), event.member().value(), until.atOffset(ZoneOffset.UTC))
                .update();
    }

    void endAll(ConversationId group) {
        jdbc.sql("DELETE FROM log.mute WHERE conversation = ?")
                .param(group.value())
                .update();
    }

    void forget(UserId person) {
        jdbc.sql("DELETE FROM log.mute WHERE member = ?").param(person.value()).update();
    }
}
