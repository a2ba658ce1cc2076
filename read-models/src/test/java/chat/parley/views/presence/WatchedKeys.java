package chat.parley.views.presence;

import java.util.List;
import java.util.Objects;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/** Fails a script that touches a key it does not declare. */
final class WatchedKeys extends StringRedisTemplate {

    private static final String WATCH = """
            local unwatched = redis
            local declared = {}
            for _, key in ipairs(KEYS) do
              declared[key] = true
            end
            local redis = { call = function(...)
              -- For a command without keys this is an error, which lists none.
              for _, key in ipairs(unwatched.pcall('COMMAND', 'GETKEYS', ...)) do
                if not declared[key] then
                  error('undeclared key ' .. key)
                end
              end
              return unwatched.call(...)
            end }
            """;

    WatchedKeys(RedisConnectionFactory connections) {
        super(connections);
    }

    @Override
    public <T> T execute(RedisScript<T> script, List<String> keys, Object... arguments) {
        Class<T> type = Objects.requireNonNull(script.getResultType());
        return super.execute(RedisScript.of(WATCH + script.getScriptAsString(), type), keys, arguments);
    }
}
