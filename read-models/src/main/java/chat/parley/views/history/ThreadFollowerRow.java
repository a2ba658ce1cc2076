package chat.parley.views.history;

import chat.parley.events.ConversationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.cassandra.core.cql.PrimaryKeyType;
import org.springframework.data.cassandra.core.mapping.PrimaryKeyColumn;
import org.springframework.data.cassandra.core.mapping.Table;

/** A thread that somebody follows without having chosen to, since a message of it. */
@Table("thread_follower")
record ThreadFollowerRow(
        @PrimaryKeyColumn(ordinal = 0, type = PrimaryKeyType.PARTITIONED)
        UUID member,

        @PrimaryKeyColumn(ordinal = 1) UUID conversation,
        @PrimaryKeyColumn(ordinal = 2) long root,
        @Nullable Long since) {

    static final String COLUMNS = "member, conversation, root, since";

    Threads.Follower follower() {
        return new Threads.Follower(new ConversationId(conversation), root, since == null ? 1 : since);
    }
}
