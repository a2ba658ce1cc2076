package chat.parley.log.guard;

import chat.parley.events.ConversationId;
import chat.parley.events.ReportId;
import chat.parley.events.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the guard table of reports. */
public final class PostgresReports implements Reports {

    private static final String SELECT =
            "SELECT report, conversation, reporter, about, target, sequence FROM log.report WHERE ";

    private final JdbcClient jdbc;

    public PostgresReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Report> find(ReportId report) {
        return jdbc.sql(SELECT + "report = ?")
                .param(report.value())
                .query((row, _) -> report(row))
                .optional();
    }

    @Override
    public List<Report> in(ConversationId group, UserId without, int limit) {
        return jdbc.sql(SELECT + "conversation = ? AND about <> ? ORDER BY report LIMIT ?")
                .params(group.value(), without.value(), limit)
                .query((row, _) -> report(row))
                .list();
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                new ReportId(row.getObject("report", UUID.class)),
                new ConversationId(row.getObject("conversation", UUID.class)),
                new UserId(row.getObject("reporter", UUID.class)),
                new UserId(row.getObject("about", UUID.class)),
                row.getObject("target", Long.class),
                row.getLong("sequence"));
    }
}
