package chat.parley.gateway.service;

import chat.parley.access.PublicKeys;
import chat.parley.access.ServiceTokens;
import chat.parley.contracts.CallDevices;
import chat.parley.contracts.Commands;
import chat.parley.contracts.ConversationFeed;
import chat.parley.contracts.ServiceProxies;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Proxies of the other services, if their addresses are set; otherwise they run in the same process. */
@Configuration(proxyBeanMethods = false)
class RemoteServices {

    /** With the key that this gateway calls the others with; it opens nothing else. */
    @Bean
    @ConditionalOnProperty("parley.gateway.command-url")
    ServiceTokens serviceTokens(
            @Value("${parley.secret.service:#{null}}") @Nullable String secret,
            PublicKeys keys,
            ObjectProvider<Clock> clock) {
        return new ServiceTokens(secret, keys, clock.getIfUnique(Clock::systemUTC));
    }

    @Bean
    @ConditionalOnProperty("parley.gateway.command-url")
    Commands commands(@Value("${parley.gateway.command-url}") URI address, ServiceTokens tokens) {
        return ServiceProxies.of(Commands.class, address, tokens);
    }

    @Bean
    @ConditionalOnProperty("parley.gateway.command-url")
    CallDevices callDevices(@Value("${parley.gateway.command-url}") URI address, ServiceTokens tokens) {
        return ServiceProxies.of(CallDevices.class, address, tokens);
    }

    @Bean
    @ConditionalOnProperty("parley.gateway.query-url")
    ConversationFeed conversationFeed(@Value("${parley.gateway.query-url}") URI address, ServiceTokens tokens) {
        return ServiceProxies.of(ConversationFeed.class, address, tokens);
    }
}
