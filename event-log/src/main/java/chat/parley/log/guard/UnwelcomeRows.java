package chat.parley.log.guard;

import chat.parley.events.ConversationId;
import chat.parley.events.RequestAnswer;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps in step who may not write in which direct conversation, or not at once, because the other allows it friends only, or nobody. It follows
 * from what people allow, their friendships, their conversations and what they answered to requests; whoever changes one of them has locked the accounts.
 */
final class UnwelcomeRows {

    /** Of two people, whom {@code kept} does not let write, or not at once. */
    private static final String KEEPS_OUT = """
        (kept.writes = 'nobody' OR kept.writes = 'friends' AND NOT EXISTS (
          SELECT FROM log.friendship WHERE person = kept.account AND other = author.member AND state = 'friends')
          AND NOT EXISTS (
          SELECT FROM log.request_answer WHERE recipient = kept.account AND request_answer.author = author.member
            AND answer = 'accepted'))
        """;

    private final JdbcClient jdbc;

    UnwelcomeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In every direct conversation of a person. */
    void follow(UserId person) {
        jdbc.sql("DELETE FROM log.unwelcome WHERE recipient = ?")
                .param(person.value())
                .update();
        jdbc.sql("""
            INSERT INTO log.unwelcome (conversation, author, recipient, asks)
            SELECT 'conversation/' || mine.conversation, author.member, kept.account, kept.writes = 'friends'
            FROM log.account kept JOIN log.membership mine ON mine.member = kept.account
              JOIN log.membership author ON author.conversation = mine.conversation AND author.member <> mine.member
            WHERE kept.account = ? AND substr(mine.conversation::text, 15, 1) = '8' AND
            """ + KEEPS_OUT + " ON CONFLICT DO NOTHING")
                .param(person.value())
                .update();
    }

    /** Between two people, whether or not their conversation has begun. */
    void follow(UserId one, UserId other, ConversationId direct) {
        String stream = StreamId.conversation(direct).value();
        jdbc.sql("DELETE FROM log.unwelcome WHERE conversation = ?")
                .param(stream)
                .update();
        UUID[] both = {one.value(), other.value()};
        jdbc.sql("""
            INSERT INTO log.unwelcome (conversation, author, recipient, asks)
            SELECT ?, author.member, kept.account, kept.writes = 'friends'
            FROM log.account kept JOIN unnest(?::uuid[]) AS author (member) ON author.member <> kept.account
            WHERE kept.account = ANY (?::uuid[]) AND
            """ + KEEPS_OUT + " ON CONFLICT DO NOTHING")
                .params(stream, both, both)
                .update();
    }

    /** For either reason. */
    boolean isRefused(UserId author, ConversationId direct) {
        String stream = StreamId.conversation(direct).value();
        return jdbc.sql("""
            SELECT EXISTS (SELECT FROM log.block WHERE conversation = ?)
              OR EXISTS (SELECT FROM log.unwelcome WHERE conversation = ? AND author = ? AND NOT asks)
            """)
                .params(stream, stream, author.value())
                .query(Boolean.class)
                .single();
    }

    /** What is accepted is not ignored any more; what was accepted stays so. */
    void answer(UserId recipient, UserId author, RequestAnswer answer) {
        jdbc.sql("""
            INSERT INTO log.request_answer (recipient, author, answer) VALUES (?, ?, ?)
            ON CONFLICT (recipient, author) DO UPDATE SET answer = excluded.answer WHERE request_answer.answer <> 'accepted'
            """).params(recipient.value(), author.value(), answer.code()).update();
    }

    void forget(UserId person) {
        jdbc.sql("DELETE FROM log.request_answer WHERE recipient = ? OR author = ?")
                .params(person.value(), person.value())
                .update();
        jdbc.sql("DELETE FROM log.unwelcome WHERE recipient = ? OR author = ?")
                .params(person.value(), person.value())
                .update();
    }
}
