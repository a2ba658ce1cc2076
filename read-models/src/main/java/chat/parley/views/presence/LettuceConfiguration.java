package chat.parley.views.presence;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Settings that Spring Boot lacks: a lost connection is reconnected soon, and meanwhile commands fail at once. */
@Configuration(proxyBeanMethods = false)
class LettuceConfiguration {

    private static final Duration RECONNECT_EVERY = Duration.ofMillis(250);

    @Bean
    ClientResourcesBuilderCustomizer reconnectingSoon() {
        return resources -> resources.reconnectDelay(Delay.constant(RECONNECT_EVERY));
    }

    @Bean
    LettuceClientOptionsBuilderCustomizer failingAtOnce() {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
    }
}
