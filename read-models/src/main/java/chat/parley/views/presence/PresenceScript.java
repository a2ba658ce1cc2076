package chat.parley.views.presence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.script.RedisScript;

/** A Lua script that Redis runs in one step: a file, after the preludes it shares with others. */
final class PresenceScript {

    private PresenceScript() {}

    static RedisScript<Boolean> deciding(String name) {
        return RedisScript.of(text("prelude", name), Boolean.class);
    }

    static <T> RedisScript<List<T>> listing(String name) {
        return list(text("prelude", name));
    }

    /** Changes sockets of one node and lists users. */
    static RedisScript<List<String>> changing(String name) {
        return list(text("prelude", "sockets", name));
    }

    @SuppressWarnings("unchecked")
    private static <T> RedisScript<List<T>> list(String text) {
        return (RedisScript<List<T>>) (RedisScript<?>) RedisScript.of(text, List.class);
    }

    private static String text(String... files) {
        return Stream.of(files).map(PresenceScript::read).collect(Collectors.joining());
    }

    private static String read(String file) {
        try {
            return new ClassPathResource(file + ".lua", PresenceScript.class)
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
