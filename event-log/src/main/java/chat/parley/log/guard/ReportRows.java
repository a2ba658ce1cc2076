package chat.parley.log.guard;

import chat.parley.events.ConversationId;
import chat.parley.events.ReportEvent;
import chat.parley.events.ReportFiled;
import chat.parley.events.ReportSettled;
import chat.parley.events.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what members of groups report. */
final class ReportRows {

    private final JdbcClient jdbc;

    ReportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(ReportEvent event, long sequence) {
        switch (event) {
            case ReportFiled filed ->
                jdbc.sql("""
                    INSERT INTO log.report (report, conversation, reporter, about, target, sequence)
                    VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (report) DO UPDATE SET sequence = excluded.sequence
                    """)
                        .param(filed.report().value())
                        .param(filed.conversation().value())
                        .param(filed.reporter().value())
                        .param(filed.about().value())
                        .param(filed.target())
                        .param(sequence)
                        .update();
            case ReportSettled settled ->
                jdbc.sql("DELETE FROM log.report WHERE report = ?")
                        .param(settled.report().value())
                        .update();
        }
    }

    void endAll(ConversationId group) {
        jdbc.sql("DELETE FROM log.report WHERE conversation = ?")
                .param(group.value())
                .update();
    }

    void forget(UserId person) {
        jdbc.sql("DELETE FROM log.report WHERE reporter = ? OR about = ?")
                .params(person.value(), person.value())
                .update();
    }
}
