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
import chat.parley.log.content.DataKeys;
import chat.parley.log.content.UsernameDigest;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes the guard rows an event means; being derived from events, they can be made again from the log. What is forgotten with an
 * event goes here too, in the same transaction: a person's key and name, a message's content. The digest of a name that was
 * forgotten is the one row that no event can give back.
 */
public final class GuardRows {

    private final JdbcClient jdbc;
    private final DataKeys keys;
    private final UsernameDigest digest;

    public GuardRows(JdbcClient jdbc, DataKeys keys, UsernameDigest digest) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.digest = digest;
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
            case AccountRegistered registered -> () -> register(registered);
            case LegalHoldPlaced placed -> () -> hold(placed.account(), true);
            case LegalHoldLifted lifted -> () -> hold(lifted.account(), false);
            case AccountErased erased -> () -> erase(erased.account());
            case DirectConversationStarted started ->
                () -> started.members().forEach(member -> openInterval(started, member, sequence));
            case MessageDeleted deleted -> () -> forget(deleted);
            case MessageSent _, MessagesDelivered _, MessagesRead _ -> null;
        };
    }

    private void register(AccountRegistered registered) {
        takeUsername(registered);
        jdbc.sql("INSERT INTO log.account (account) VALUES (?)")
                .param(registered.account().value())
                .update();
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
        // After the insert: it has waited for whoever was just giving the name up.
        boolean givenBefore = jdbc.sql("SELECT EXISTS (SELECT FROM log.username_of_erased WHERE digest = ?)")
                .param(digest.of(details.username()))
                .query(Boolean.class)
                .single();
        if (givenBefore) {
            throw new Refused(Reason.USERNAME_TAKEN);
        }
    }

    private void hold(UserId account, boolean held) {
        jdbc.sql("""
                        INSERT INTO log.account (account, held) VALUES (?, ?)
                        ON CONFLICT (account) DO UPDATE SET held = excluded.held
                        """).params(account.value(), held).update();
    }

    private void erase(UserId account) {
        int erased = jdbc.sql("""
                        INSERT INTO log.account (account, erased) VALUES (?, true)
                        ON CONFLICT (account) DO UPDATE SET erased = true WHERE NOT account.held
                        """).param(account.value()).update();
        if (erased == 0) {
            throw new Refused(Reason.LEGAL_HOLD);
        }
        keys.destroy(account);
        forgetUsername(account);
    }

    private void forgetUsername(UserId account) {
        jdbc.sql("DELETE FROM log.username WHERE account = ? RETURNING username")
                .param(account.value())
                .query(String.class)
                .optional()
                .ifPresent(username -> jdbc.sql("INSERT INTO log.username_of_erased (digest) VALUES (?)")
                        .param(digest.of(username))
                        .update());
    }

    /** A hold on the author that is being placed at this moment is either waited for, or waits until the message is gone. */
    private void forget(MessageDeleted deleted) {
        boolean held = jdbc.sql("SELECT held FROM log.account WHERE account = ? FOR SHARE")
                .param(deleted.author().value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
        if (held) {
            throw new Refused(Reason.LEGAL_HOLD);
        }
        jdbc.sql("UPDATE log.event SET content = NULL WHERE stream = ? AND sequence = ?")
                .params(deleted.stream().value(), deleted.target())
                .update();
    }

    private void openInterval(DirectConversationStarted started, UserId member, long sequence) {
        jdbc.sql("INSERT INTO log.membership (conversation, member, first_sequence) VALUES (?, ?, ?)")
                .params(started.conversation().value(), member.value(), sequence)
                .update();
    }
}
