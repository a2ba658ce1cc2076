package chat.parley.log.guard;

import chat.parley.events.ConversationId;
import chat.parley.events.MemberRole;
import chat.parley.events.UserId;
import chat.parley.membership.MembershipHistory;
import chat.parley.membership.MembershipPeriod;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the guard table of memberships. */
public final class PostgresMemberships implements Memberships {

    private static final String COLUMNS =
            "stay.conversation, stay.member, stay.joined_sequence, stay.left_sequence, stay.visible_from, stay.role";

    private final JdbcClient jdbc;

    public PostgresMemberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<ConversationId, MembershipHistory> of(Collection<ConversationId> conversations) {
        return conversations.isEmpty()
                ? Map.of()
                : byConversation(
                        "SELECT " + COLUMNS + " FROM log.membership stay WHERE stay.conversation = ANY (?::uuid[])",
                        (Object) uuids(conversations));
    }

    @Override
    public MembershipHistory of(ConversationId conversation, UserId member) {
        return byConversation(
                        "SELECT " + COLUMNS
                                + " FROM log.membership stay WHERE stay.conversation = ? AND stay.member = ?",
                        conversation.value(),
                        member.value())
                .getOrDefault(conversation, MembershipHistory.NONE);
    }

    @Override
    public Map<ConversationId, MembershipHistory> ofMember(UserId member) {
        return ofMember(member, Long.MAX_VALUE);
    }

    @Override
    public Map<ConversationId, MembershipHistory> ofMember(UserId member, long leftAfter) {
        return byConversation("SELECT " + COLUMNS + """
             FROM log.membership stay
            WHERE stay.member = ? AND (
              stay.left_sequence IS NULL
              OR EXISTS (SELECT FROM log.membership open WHERE open.member = stay.member
                         AND open.conversation = stay.conversation AND open.left_sequence IS NULL)
              OR (SELECT position FROM log.event WHERE stream = 'conversation/' || stay.conversation
                  AND sequence = stay.left_sequence) > ?)
            """, member.value(), leftAfter);
    }

    @Override
    public Map<ConversationId, Set<UserId>> presentIn(Collection<ConversationId> conversations, int most) {
        Map<ConversationId, Set<UserId>> members = new HashMap<>();
        if (!conversations.isEmpty()) {
            jdbc.sql("""
                SELECT conversation, member FROM (
                  SELECT conversation, member, count(*) OVER (PARTITION BY conversation) AS size
                  FROM log.membership
                  WHERE conversation = ANY (?::uuid[]) AND left_sequence IS NULL) AS present
                WHERE size <= ?
                """).params(uuids(conversations), most).query(row -> {
                members.computeIfAbsent(
                                new ConversationId(row.getObject("conversation", UUID.class)), _ -> new HashSet<>())
                        .add(new UserId(row.getObject("member", UUID.class)));
            });
        }
        return members;
    }

    @Override
    public int sizeOf(ConversationId conversation) {
        return jdbc.sql("SELECT count(*) FROM log.membership WHERE conversation = ? AND left_sequence IS NULL")
                .param(conversation.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public List<UserId> peersOf(UserId member, int limit) {
        return jdbc
                .sql("""
            SELECT member FROM log.membership
            WHERE left_sequence IS NULL AND conversation = ANY (ARRAY(
              SELECT conversation FROM log.membership WHERE member = ? AND left_sequence IS NULL))
              AND member <> ?
            UNION SELECT other FROM log.friendship WHERE person = ? AND state IN ('friends', 'erased')
            LIMIT ?
            """)
                .params(member.value(), member.value(), member.value(), limit)
                .query(UUID.class)
                .list()
                .stream()
                .map(UserId::new)
                .toList();
    }

    @Override
    public boolean share(UserId one, UserId other) {
        return jdbc.sql("""
            SELECT EXISTS (
              SELECT FROM log.membership mine JOIN log.membership theirs USING (conversation)
              WHERE mine.member = ? AND mine.left_sequence IS NULL AND theirs.member = ? AND theirs.left_sequence IS NULL)
              OR EXISTS (SELECT FROM log.friendship WHERE person = ? AND other = ? AND state = 'friends')
            """)
                .params(one.value(), other.value(), one.value(), other.value())
                .query(Boolean.class)
                .single();
    }

    private record Row(ConversationId conversation, MembershipPeriod stay) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    new ConversationId(row.getObject("conversation", UUID.class)),
                    new MembershipPeriod(
                            new UserId(row.getObject("member", UUID.class)),
                            row.getLong("joined_sequence"),
                            row.getObject("left_sequence", Long.class),
                            row.getLong("visible_from"),
                            MemberRole.ofCode(row.getString("role"))));
        }
    }

    private Map<ConversationId, MembershipHistory> byConversation(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query((row, _) -> Row.of(row)).list().stream()
                .collect(Collectors.groupingBy(
                        Row::conversation,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Row::stay, Collectors.toList()), MembershipHistory::of)));
    }

    private static UUID[] uuids(Collection<ConversationId> conversations) {
        return conversations.stream().map(ConversationId::value).toArray(UUID[]::new);
    }
}
