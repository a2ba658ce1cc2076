package chat.parley.views.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.script.RedisScript;

class WatchedKeysTest {

    private static final RedisScript<Boolean> DELETE_TWO =
            RedisScript.of("redis.call('DEL', KEYS[1], 'another')\nreturn 1", Boolean.class);

    @Test
    void aScriptMayTouchTheKeysItDeclaresAndNoOther() {
        try (RedisStores stores = RedisStores.empty(RedisStores.LONG)) {
            WatchedKeys watched = new WatchedKeys(stores.context().getBean(RedisConnectionFactory.class));

            assertThat(watched.execute(DELETE_TWO, List.of("one", "another"))).isTrue();
            assertThatThrownBy(() -> watched.execute(DELETE_TWO, List.of("one")))
                    .rootCause()
                    .hasMessageContaining("undeclared key another");
        }
    }
}
