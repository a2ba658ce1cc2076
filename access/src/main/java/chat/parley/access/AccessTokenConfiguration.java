package chat.parley.access;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For the service that issues tokens: needs {@code parley.secret.access}, which no other service may have. */
@Configuration(proxyBeanMethods = false)
public class AccessTokenConfiguration {

    @Bean
    AccessTokens accessTokens(
            @Value("${parley.secret.access:#{null}}") @Nullable String secret,
            PublicKeys keys,
            ObjectProvider<Clock> clock) {
        return new AccessTokens(secret, keys, clock.getIfUnique(Clock::systemUTC));
    }
}
