package chat.parley.views.presence;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Runs the scripts, each by its digest where Redis has it already. */
final class Scripts {

    private final Redis redis;
    private final List<String> settings;

    Scripts(Redis redis, Duration lease, Duration lastSeenKept) {
        this.redis = redis;
        this.settings = List.of(String.valueOf(lease.toMillis()), String.valueOf(lastSeenKept.toMillis()));
    }

    boolean holds(Script script, String... arguments) {
        return Objects.equals(Redis.await(this.<Long>send(script, ScriptOutputType.INTEGER, arguments)), 1L);
    }

    CompletableFuture<Long> sendFor(Script script, String... arguments) {
        return send(script, ScriptOutputType.INTEGER, arguments);
    }

    List<String> list(Script script, String... arguments) {
        List<?> answer = Redis.await(this.<List<?>>send(script, ScriptOutputType.MULTI, arguments));
        return answer == null ? List.of() : answer.stream().map(String::valueOf).toList();
    }

    private <T> CompletableFuture<T> send(Script script, ScriptOutputType type, String... arguments) {
        String[] all = Stream.concat(settings.stream(), Stream.of(arguments)).toArray(String[]::new);
        String[] noKeys = {};
        return redis.<T>send(commands -> commands.evalsha(script.digest(), type, noKeys, all))
                .exceptionallyCompose(failure -> failure instanceof RedisNoScriptException
                        ? redis.send(commands -> commands.eval(script.text(), type, noKeys, all))
                        : CompletableFuture.failedFuture(failure));
    }
}
