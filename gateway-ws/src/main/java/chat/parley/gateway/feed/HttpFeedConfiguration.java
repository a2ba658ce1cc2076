package chat.parley.gateway.feed;

import chat.parley.access.AccessTokens;
import chat.parley.gateway.service.ServiceClient;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Asks the query side at {@code parley.gateway.query-url}; without that, whoever composes the gateway brings a feed. */
@Configuration(proxyBeanMethods = false)
class HttpFeedConfiguration {

    @Bean
    @ConditionalOnProperty("parley.gateway.query-url")
    ConversationFeed httpConversationFeed(@Value("${parley.gateway.query-url}") URI address, AccessTokens tokens) {
        return new HttpConversationFeed(new ServiceClient(address, tokens));
    }
}
