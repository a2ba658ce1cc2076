package chat.parley.gateway.service;

import chat.parley.access.AccessTokens;
import chat.parley.contracts.Commands;
import chat.parley.contracts.ConversationFeed;
import chat.parley.contracts.ServiceProxies;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Proxies of the other services, if their addresses are set; otherwise they run in the same process. */
@Configuration(proxyBeanMethods = false)
class RemoteServices {

    @Bean
    @ConditionalOnProperty("parley.gateway.command-url")
    Commands commands(@Value("${parley.gateway.command-url}") URI address, AccessTokens tokens) {
        return ServiceProxies.of(Commands.class, address, tokens);
    }

    @Bean
    @ConditionalOnProperty("parley.gateway.query-url")
    ConversationFeed conversationFeed(@Value("${parley.gateway.query-url}") URI address, AccessTokens tokens) {
        return ServiceProxies.of(ConversationFeed.class, address, tokens);
    }
}
