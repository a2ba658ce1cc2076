package chat.parley.command.deployment;

import chat.parley.command.schema.CommandSchemas;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeploymentSecret.class)
class DeploymentConfiguration {

    @Bean
    DeploymentKey deploymentKey(DeploymentSecret secret, CommandSchemas schemas) {
        DeploymentKey key = secret.key();
        new DeploymentKeyCheck(JdbcClient.create(schemas.dataSource())).require(key);
        return key;
    }
}
