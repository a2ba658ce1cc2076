package chat.parley.gateway.commands;

import chat.parley.access.AccessTokens;
import chat.parley.gateway.service.ServiceClient;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Writes through the command side at {@code parley.gateway.command-url}; without that, whoever composes the gateway brings a way. */
@Configuration(proxyBeanMethods = false)
class HttpCommandsConfiguration {

    @Bean
    @ConditionalOnProperty("parley.gateway.command-url")
    Commands httpCommands(@Value("${parley.gateway.command-url}") URI address, AccessTokens tokens) {
        return new HttpCommands(new ServiceClient(address, tokens));
    }
}
