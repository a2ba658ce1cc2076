package chat.parley.views.presence;

import chat.parley.views.ViewUnavailable;
import java.time.Duration;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * Turns every failure of Redis into an unavailable view. Callers who wait for a first connection that fails are told
 * together, not one time-out after another.
 */
final class RedisFailures implements MethodInterceptor {

    private static final Duration TOLD_FOR = Duration.ofMillis(250);

    private final LettuceConnectionFactory connections;
    private volatile boolean connected;
    private @Nullable DataAccessException failure;
    private long failedAt;

    RedisFailures(LettuceConnectionFactory connections) {
        this.connections = connections;
    }

    <T> T told(Class<T> port, T store) {
        ProxyFactory proxy = new ProxyFactory(store);
        proxy.addAdvice(this);
        return port.cast(proxy.getProxy(port.getClassLoader()));
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        try {
            if (!connected) {
                connect();
            }
            return call.proceed();
        } catch (DataAccessException e) {
            throw new ViewUnavailable(e);
        } catch (IllegalStateException e) {
            // During a stop, a late command finds the connection gone.
            throw connections.isRunning() ? e : new ViewUnavailable(e);
        }
    }

    private synchronized void connect() {
        if (connected) {
            return;
        }
        DataAccessException failed = failure;
        if (failed != null && System.nanoTime() - failedAt < TOLD_FOR.toNanos()) {
            throw failed;
        }
        try {
            connections.getConnection().close();
            connected = true;
        } catch (DataAccessException e) {
            failure = e;
            failedAt = System.nanoTime();
            throw e;
        }
    }
}
