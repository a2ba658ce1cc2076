package chat.parley.log.guard;

import chat.parley.events.CallChanged;
import chat.parley.events.CallKind;
import chat.parley.events.ConversationEvent;
import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversation;
import chat.parley.events.MessageSent;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps in step which calls ring or go on, and who is in one: nobody is in two. */
final class CallRows {

    private final JdbcClient jdbc;

    CallRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return writes the rows; null if the event is of no call */
    @Nullable
    Runnable of(ConversationEvent event, long sequence) {
        if (event instanceof MessageSent sent && sent.call() != null) {
            CallKind kind = sent.call();
            if (!DirectConversation.is(sent.conversation())) {
                return () -> begin(sent, kind, sequence);
            }
            return () -> ring(sent, kind, sequence);
        }
        if (event instanceof CallChanged changed) {
            return () -> change(changed);
        }
        return null;
    }

    private void ring(MessageSent call, CallKind kind, long sequence) {
        enter(call.author(), call.conversation());
        jdbc.sql("""
            INSERT INTO log.live_call (conversation, message, number, sequence, caller, callee, kind)
            SELECT :conversation, :message, :number, :sequence, :caller, member, :kind FROM log.membership
            WHERE conversation = :conversation AND member <> :caller AND left_sequence IS NULL
            """)
                .param("conversation", call.conversation().value())
                .param("message", call.message().value())
                .param("number", call.number())
                .param("sequence", sequence)
                .param("caller", call.author().value())
                .param("kind", kind.code())
                .update();
    }

    private void begin(MessageSent call, CallKind kind, long sequence) {
        jdbc.sql("""
            INSERT INTO log.group_call (conversation, message, number, sequence, starter, kind) VALUES (?, ?, ?, ?, ?, ?)
            """)
                .params(
                        call.conversation().value(),
                        call.message().value(),
                        call.number(),
                        sequence,
                        call.author().value(),
                        kind.code())
                .update();
    }

    private void change(CallChanged changed) {
        if (!changed.state().ends()) {
            enter(changed.member(), changed.conversation());
            jdbc.sql("""
                UPDATE log.live_call SET accepted = true, answered = clock_timestamp(), caller_seen = clock_timestamp(),
                  callee_seen = clock_timestamp()
                WHERE conversation = ? AND message = ?
                """)
                    .params(changed.conversation().value(), changed.message().value())
                    .update();
            return;
        }
        jdbc.sql("DELETE FROM log.live_call WHERE conversation = ? AND message = ?")
                .params(changed.conversation().value(), changed.message().value())
                .update();
        jdbc.sql("DELETE FROM log.group_call WHERE conversation = ? AND message = ?")
                .params(changed.conversation().value(), changed.message().value())
                .update();
        jdbc.sql("DELETE FROM log.in_call WHERE conversation = ?")
                .param(changed.conversation().value())
                .update();
    }

    /** Two who enter two calls with one person at the same moment wait for each other: one is refused. */
    private void enter(UserId person, ConversationId conversation) {
        int entered = jdbc.sql("INSERT INTO log.in_call (person, conversation) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(person.value(), conversation.value())
                .update();
        if (entered == 0) {
            throw new Refused(Reason.IN_A_CALL);
        }
    }
}
