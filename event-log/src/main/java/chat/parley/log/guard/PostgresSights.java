package chat.parley.log.guard;

import chat.parley.events.Allowed;
import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import chat.parley.privacy.Detail;
import chat.parley.privacy.HiddenDetails;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decides from the guard tables of accounts, friendships and blocks. */
public final class PostgresSights implements Sights {

    private static final int MOST_PAIRS = 5_000;

    /** Of one who looks at an account. */
    private static final String FRIENDS = """
        EXISTS (SELECT FROM log.friendship
          WHERE friendship.person = seen.account AND friendship.other = viewer AND friendship.state = 'friends')
        """;

    private static final String ACCEPTED = """
        EXISTS (SELECT FROM log.request_answer
          WHERE recipient = seen.account AND request_answer.author = viewer AND answer = 'accepted')
        """;

    private static final String BLOCKED = """
        (EXISTS (SELECT FROM log.block WHERE blocker = seen.account AND blocked = viewer)
          OR EXISTS (SELECT FROM log.block WHERE blocker = viewer AND blocked = seen.account))
        """;

    private record Pair(UserId viewer, UserId subject) {}

    private final JdbcClient jdbc;

    public PostgresSights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public HiddenDetails hidden(Map<UserId, ? extends Collection<UserId>> looks) {
        List<Pair> pairs = new ArrayList<>();
        looks.forEach((viewer, subjects) -> subjects.stream()
                .filter(subject -> !subject.equals(viewer))
                .forEach(subject -> pairs.add(new Pair(viewer, subject))));
        Map<UserId, Map<UserId, Set<Detail>>> hidden = new HashMap<>();
        for (int from = 0; from < pairs.size(); from += MOST_PAIRS) {
            addHidden(pairs.subList(from, Math.min(pairs.size(), from + MOST_PAIRS)), hidden);
        }
        return new HiddenDetails(hidden);
    }

    private void addHidden(List<Pair> pairs, Map<UserId, Map<UserId, Set<Detail>>> hidden) {
        jdbc.sql("SELECT viewer, seen.account, writes, shows_online, shows_last_seen, shows_avatar, shows_about,"
                        + FRIENDS + "AS friends," + ACCEPTED + "AS accepted," + BLOCKED + "AS blocked"
                        + """
                         FROM unnest(?::uuid[], ?::uuid[]) AS look (viewer, subject)
                        JOIN log.account seen ON seen.account = subject
                        WHERE (writes, shows_online, shows_last_seen, shows_avatar, shows_about)
                          <> ('everyone', 'everyone', 'everyone', 'everyone', 'everyone') OR
                        """
                        + BLOCKED)
                .params(
                        ids(pairs.stream().map(Pair::viewer).toList()),
                        ids(pairs.stream().map(Pair::subject).toList()))
                .query(row -> {
                    Set<Detail> details = detailsHidden(row);
                    if (!details.isEmpty()) {
                        hidden.computeIfAbsent(user(row, 1), _ -> new HashMap<>())
                                .put(user(row, 2), details);
                    }
                });
    }

    private static Set<Detail> detailsHidden(ResultSet row) throws SQLException {
        boolean friends = row.getBoolean("friends");
        boolean apart = row.getBoolean("blocked") || !allows(row, "writes", friends || row.getBoolean("accepted"));
        Set<Detail> details = EnumSet.noneOf(Detail.class);
        if (apart) {
            details.add(Detail.STATUS);
        }
        if (apart || !allows(row, "shows_online", friends)) {
            details.add(Detail.ONLINE);
        }
        // When somebody was last seen tells that they are back.
        if (details.contains(Detail.ONLINE) || !allows(row, "shows_last_seen", friends)) {
            details.add(Detail.LAST_SEEN);
        }
        if (!allows(row, "shows_avatar", friends)) {
            details.add(Detail.AVATAR);
        }
        if (!allows(row, "shows_about", friends)) {
            details.add(Detail.ABOUT);
        }
        return details;
    }

    private static boolean allows(ResultSet row, String column, boolean friends) throws SQLException {
        return switch (Allowed.ofCode(row.getString(column))) {
            case EVERYONE -> true;
            case FRIENDS -> friends;
            case NOBODY -> false;
        };
    }

    @Override
    public Set<UserId> keepReceipts(Collection<UserId> people) {
        return jdbc
                .sql("SELECT account FROM log.account WHERE account = ANY (?::uuid[]) AND shows_receipts <> 'everyone'")
                .param(ids(people))
                .query(UUID.class)
                .list()
                .stream()
                .map(UserId::new)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean showsReceipts(UserId member, ConversationId conversation) {
        return DirectConversation.is(conversation)
                ? bothShowReceipts(conversation)
                : keepReceipts(List.of(member)).isEmpty();
    }

    private boolean bothShowReceipts(ConversationId conversation) {
        return jdbc.sql("""
            SELECT NOT EXISTS (SELECT FROM log.block WHERE conversation = ?) AND NOT EXISTS (
              SELECT FROM log.membership one JOIN log.account seen ON seen.account = one.member
              CROSS JOIN LATERAL (SELECT member AS viewer FROM log.membership other
                WHERE other.conversation = one.conversation AND other.member <> one.member) AS other
              WHERE one.conversation = ? AND ('nobody' IN (writes, shows_receipts)
                OR shows_receipts = 'friends' AND NOT
            """ + FRIENDS + " OR writes = 'friends' AND NOT " + FRIENDS + " AND NOT " + ACCEPTED + "))")
                .params(StreamId.conversation(conversation).value(), conversation.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean isUnwelcome(UserId author, ConversationId direct) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM log.unwelcome WHERE conversation = ? AND author = ? AND NOT asks)")
                .params(StreamId.conversation(direct).value(), author.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean isAsked(UserId recipient, ConversationId direct) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM log.unwelcome WHERE conversation = ? AND recipient = ? AND asks)")
                .params(StreamId.conversation(direct).value(), recipient.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Map<ConversationId, Boolean> requestsTo(UserId recipient) {
        Map<ConversationId, Boolean> requests = new HashMap<>();
        jdbc.sql("""
            SELECT conversation, answer IS NOT NULL
              OR EXISTS (SELECT FROM log.block WHERE block.conversation = unwelcome.conversation)
            FROM log.unwelcome LEFT JOIN log.request_answer USING (recipient, author) WHERE recipient = ? AND asks
            """).param(recipient.value()).query(row -> {
            StreamId stream = StreamId.of(row.getString(1));
            requests.put(ConversationId.of(stream.partitionKey()), row.getBoolean(2));
        });
        return requests;
    }

    private static UUID[] ids(Collection<UserId> people) {
        return people.stream().map(UserId::value).toArray(UUID[]::new);
    }

    private static UserId user(ResultSet row, int column) throws SQLException {
        return new UserId(row.getObject(column, UUID.class));
    }
}
