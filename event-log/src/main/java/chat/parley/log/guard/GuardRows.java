package chat.parley.log.guard;

import chat.parley.events.AccountErased;
import chat.parley.events.AccountRegistered;
import chat.parley.events.DirectConversationStarted;
import chat.parley.events.LegalHoldLifted;
import chat.parley.events.LegalHoldPlaced;
import chat.parley.events.MessageDeleted;
import chat.parley.events.MessageSent;
import chat.parley.events.MessagesDelivered;
import chat.parley.events.MessagesRead;
import chat.parley.events.ParleyEvent;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the guard rows an event means; being derived from events, they can be made again from the log. */
public final class GuardRows {

    private final JdbcClient jdbc;

    public GuardRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether an event means guard rows: then it is appended in a transaction together with them. */
    public boolean concern(ParleyEvent event) {
        return rowsOf(event, 0) != null;
    }

    /** To be called in the transaction that appends the event, before the append. */
    public void write(ParleyEvent event, long sequence) {
        Runnable rows = rowsOf(event, sequence);
        if (rows != null) {
            rows.run();
        }
    }

    /** @return what writes the rows, or null where the event means none */
    private @Nullable Runnable rowsOf(ParleyEvent event, long sequence) {
        return switch (event) {
            case AccountRegistered registered -> () -> takeUsername(registered);
            case DirectConversationStarted started ->
                () -> started.members().forEach(member -> openInterval(started, member, sequence));
            case AccountErased _, LegalHoldPlaced _, LegalHoldLifted _ -> null;
            case MessageSent _, MessageDeleted _, MessagesDelivered _, MessagesRead _ -> null;
        };
    }

    private void takeUsername(AccountRegistered registered) {
        var details = registered.content();
        if (details == null) {
            return;
        }
        try {
            jdbc.sql("INSERT INTO log.username (username, account) VALUES (?, ?)")
                    .params(details.username(), registered.account().value())
                    .update();
        } catch (DuplicateKeyException _) {
            throw new Refused(Reason.USERNAME_TAKEN);
        }
    }

    private void openInterval(DirectConversationStarted started, UserId member, long sequence) {
        jdbc.sql("INSERT INTO log.membership (conversation, member, first_sequence) VALUES (?, ?, ?)")
                .params(started.conversation().value(), member.value(), sequence)
                .update();
    }
}
