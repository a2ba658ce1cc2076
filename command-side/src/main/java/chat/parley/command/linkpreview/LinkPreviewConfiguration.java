package chat.parley.command.linkpreview;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LinkPreviewSettings.class)
class LinkPreviewConfiguration {}
