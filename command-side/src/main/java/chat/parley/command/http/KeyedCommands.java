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
 * Answers a command that is repeated under its key as the first time, for a day, and refuses another request under the same key.
 * What one attempt did may not be known to the next, as after a crash, and two may come at once: so a command is one that may be
 * carried out again without harm. What is recorded in the log goes under {@link CommandKey#commandId}, which is recognized for ever,
 * and what is created in a table under {@link CommandKey#newId}.
 */
@Component
public class KeyedCommands {

    private record Use(String request, @Nullable String answer) {}

    /** That a command without an answer was carried out. */
    private record Done() {}

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    KeyedCommands(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Refused {@link Reason#IDEMPOTENCY_KEY_REUSED}, and as the command does; a key that was refused for good is free again */
    public <A> A once(CommandKey key, Class<A> type, Supplier<A> command) {
        return once(key, type, command, UnaryOperator.identity());
    }

    /** As the other, for a command with nothing to answer. */
    public void once(CommandKey key, Runnable command) {
        once(key, Done.class, () -> {
            command.run();
            return new Done();
        });
    }

    /** @param kept what a repetition is answered: without the secrets, which are told once */
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

    /** What is kept of someone's commands, within the caller's transaction. */
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
        int fresh = jdbc.sql(
                        "insert into accounts.command_key (owner, key, request) values (?, ?, ?) on conflict do nothing")
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
