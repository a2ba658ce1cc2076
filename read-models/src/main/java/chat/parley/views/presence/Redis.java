package chat.parley.views.presence;

import chat.parley.views.ViewUnavailable;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One connection, made when first needed and again whenever it was lost. While there is none, commands fail at once. */
final class Redis implements AutoCloseable {

    private static final Duration RECONNECT_EVERY = Duration.ofMillis(250);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final ClientResources resources;
    private final RedisClient client;
    private final Lock connecting = new ReentrantLock();
    private volatile @Nullable StatefulRedisConnection<String, String> connection;
    private @Nullable RedisException failure;
    private long failedAt;

    Redis(RedisSettings settings) {
        resources = ClientResources.builder()
                .reconnectDelay(Delay.constant(RECONNECT_EVERY))
                .build();
        RedisURI uri = RedisURI.create(settings.uri());
        uri.setTimeout(settings.commandTimeout());
        client = RedisClient.create(resources, uri);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(settings.commandTimeout()))
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(settings.commandTimeout())
                        .build())
                .build());
    }

    <T> @Nullable T ask(Function<RedisAsyncCommands<String, String>, RedisFuture<T>> command) {
        return await(send(command));
    }

    /** Puts a command on its way; several are answered in one round trip. */
    <T> CompletableFuture<T> send(Function<RedisAsyncCommands<String, String>, RedisFuture<T>> command) {
        try {
            return command.apply(connection().async()).toCompletableFuture();
        } catch (RedisException e) {
            throw new ViewUnavailable(e);
        }
    }

    static <T> @Nullable T await(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RedisException failure ? new ViewUnavailable(failure) : e;
        }
    }

    static void awaitAll(List<? extends CompletableFuture<?>> answers) {
        await(CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)));
    }

    private StatefulRedisConnection<String, String> connection() {
        StatefulRedisConnection<String, String> open = connection;
        return open != null ? open : connect();
    }

    private StatefulRedisConnection<String, String> connect() {
        connecting.lock();
        try {
            StatefulRedisConnection<String, String> open = connection;
            if (open == null) {
                open = firstConnection();
                connection = open;
            }
            return open;
        } finally {
            connecting.unlock();
        }
    }

    /** Those who wait for a first connection that fails are told so together, not one time-out after another. */
    private StatefulRedisConnection<String, String> firstConnection() {
        RedisException failed = failure;
        if (failed != null && System.nanoTime() - failedAt < RECONNECT_EVERY.toNanos()) {
            throw failed;
        }
        try {
            return client.connect();
        } catch (RedisException e) {
            failure = e;
            failedAt = System.nanoTime();
            throw e;
        }
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, CLOSE_WITHIN);
        resources
                .shutdown(0, CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(CLOSE_WITHIN.toMillis());
    }
}
