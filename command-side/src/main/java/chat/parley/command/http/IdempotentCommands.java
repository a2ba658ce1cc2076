package chat.parley.command.http;

import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers the repetition of a command under the same idempotency key with its first answer, for a day, and refuses a
 * different request under the same key. After a crash, or when two attempts run at once, a command may be carried out twice,
 * so commands must tolerate that: events are recorded with {@link CommandKey#commandId}, which the log recognizes for ever,
 * and rows are created with {@link CommandKey#newId}.
 */
@Component
public class IdempotentCommands {

    private record Use(String request, @Nullable String answer) {}

    /** Stored for a command without an answer. */
    private record Done() {}

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    IdempotentCommands(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @throws Refused {@link Reason#IDEMPOTENCY_KEY_REUSED}, and as the command does; after a refusal that is not retryable
     *     the key is free again
     */
    public <A> A once(CommandKey key, Class<A> type, Supplier<A> command) {
        return once(key, type, command, UnaryOperator.identity());
    }

    /** As {@link #once(CommandKey, Class, Supplier)}, for a command without an answer. */
    public void once(CommandKey key, Runnable command) {
        once(key, Done.class, () -> {
            command.run();
            return new Done();
        });
    }

    /** @param kept removes secrets from the stored answer: they are told only once */
    public <A> A once(CommandKey key, Class<A> type, Supplier<A> command, UnaryOperator<A> kept) {
        Optional<A> before = firstAnswer(key, type);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            A answer = command.get();
            keep(key, json.writeValueAsString(kept.apply(answer)));
            return answer;
        } catch (Refused refused) {
            if (!refused.reason().retryable()) {
                release(key);
            }
            throw refused;
        }
    }

    /** Deletes the stored answers of an account, in the caller's transaction. */
    public void forget(UUID owner) {
        jdbc.sql("delete from accounts.command_key where owner = ?")
                .param(owner)
                .update();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void deleteOld() {
        jdbc.sql("delete from accounts.command_key where first_used < now() - interval '1 day'")
                .update();
    }

    private <A> Optional<A> firstAnswer(CommandKey key, Class<A> type) {
        int fresh = jdbc.sql("insert into accounts.command_key (owner, key, request) values (?, ?, ?) on conflict do"
                        + " nothing")
                .params(key.owner(), key.value(), key.request())
                .update();
        return fresh > 0 ? Optional.empty() : use(key).map(use -> json.readValue(use, type));
    }

    private Optional<String> use(CommandKey key) {
        Optional<Use> use = jdbc.sql("select request, answer from accounts.command_key where owner = ? and key = ?")
                .params(key.owner(), key.value())
                .query((row, _) -> new Use(row.getString(1), row.getString(2)))
                .optional();
        if (use.isPresent() && !use.get().request().equals(key.request())) {
            throw new Refused(Reason.IDEMPOTENCY_KEY_REUSED);
        }
        return use.map(Use::answer);
    }

    private void keep(CommandKey key, String answer) {
        jdbc.sql("update accounts.command_key set answer = ? where owner = ? and key = ? and request = ?")
                .params(answer, key.owner(), key.value(), key.request())
                .update();
    }

    private void release(CommandKey key) {
        jdbc.sql("delete from accounts.command_key where owner = ? and key = ? and request = ? and answer is null")
                .params(key.owner(), key.value(), key.request())
                .update();
    }
}
