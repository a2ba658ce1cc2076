package chat.parley.gateway;

import chat.parley.access.AccessConfiguration;
import chat.parley.distribution.DistributionConfiguration;
import chat.parley.gateway.sfu.SfuSettings;
import chat.parley.gateway.socket.SocketSettings;
import chat.parley.views.presence.PresenceConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/**
 * The gateway's beans. It needs a {@link chat.parley.contracts.Commands} and a {@link
 * chat.parley.contracts.ConversationFeed}: proxies over HTTP if their addresses are set, otherwise beans of the surrounding
 * process.
 */
@Configuration(proxyBeanMethods = false)
@Import({DistributionConfiguration.class, AccessConfiguration.class, PresenceConfiguration.class})
@EnableConfigurationProperties({SocketSettings.class, SfuSettings.class})
@ComponentScan(
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = GatewayApplication.class))
public class Gateway {}
