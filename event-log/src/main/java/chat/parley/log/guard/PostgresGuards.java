package chat.parley.log.guard;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import chat.parley.log.content.UsernameDigest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the guard tables. */
public final class PostgresGuards implements Memberships, Usernames, AccountStandings {

    private final JdbcClient jdbc;
    private final UsernameDigest digest;

    public PostgresGuards(JdbcClient jdbc, UsernameDigest digest) {
        this.jdbc = jdbc;
        this.digest = digest;
    }

    @Override
    public boolean wasGiven(String username) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM log.username WHERE username = ?)
                            OR EXISTS (SELECT FROM log.username_of_erased WHERE digest = ?)
                        """)
                .params(username, digest.of(username))
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<UserId> holderOf(String username) {
        return jdbc.sql("SELECT account FROM log.username WHERE username = ?")
                .param(username)
                .query(UUID.class)
                .optional()
                .map(UserId::new);
    }

    @Override
    public List<UserId> membersOf(ConversationId conversation) {
        return users(
                "SELECT member FROM log.membership WHERE conversation = ? AND left_sequence IS NULL"
                        + " ORDER BY member",
                conversation.value());
    }

    @Override
    public List<ConversationId> conversationsOf(UserId member) {
        return jdbc
                .sql("SELECT conversation FROM log.membership WHERE member = ? AND left_sequence IS NULL")
                .param(member.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(ConversationId::new)
                .toList();
    }

    @Override
    public List<UserId> peersOf(UserId member, int limit) {
        return users("""
                SELECT DISTINCT peer.member FROM log.membership mine
                JOIN log.membership peer USING (conversation)
                WHERE mine.member = ? AND mine.left_sequence IS NULL
                  AND peer.member <> mine.member AND peer.left_sequence IS NULL
                LIMIT ?
                """, member.value(), limit);
    }

    @Override
    public VisibleSequences visibleTo(ConversationId conversation, UserId member) {
        List<VisibleSequences.Interval> intervals = jdbc.sql("""
                        SELECT visible_from, coalesce(left_sequence, %d) AS left_sequence FROM log.membership
                        WHERE conversation = ? AND member = ? ORDER BY joined_sequence
                        """.formatted(Long.MAX_VALUE))
                .params(conversation.value(), member.value())
                .query((row, _) ->
                        new VisibleSequences.Interval(row.getLong("visible_from"), row.getLong("left_sequence")))
                .list();
        boolean present = !intervals.isEmpty() && intervals.getLast().last() == Long.MAX_VALUE;
        return present ? new VisibleSequences(intervals) : VisibleSequences.NONE;
    }

    @Override
    public Optional<Standing> of(UserId account) {
        return standing("SELECT held, erased FROM log.account WHERE account = ?", account);
    }

    @Override
    public Optional<Standing> lock(UserId account) {
        return standing("SELECT held, erased FROM log.account WHERE account = ? FOR UPDATE", account);
    }

    private Optional<Standing> standing(String sql, UserId account) {
        return jdbc.sql(sql)
                .param(account.value())
                .query((row, _) -> new Standing(row.getBoolean("held"), row.getBoolean("erased")))
                .optional();
    }

    private List<UserId> users(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(UUID.class).list().stream()
                .map(UserId::new)
                .toList();
    }
}
