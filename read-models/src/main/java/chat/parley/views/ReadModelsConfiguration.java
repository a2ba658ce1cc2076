package chat.parley.views;

import chat.parley.views.directory.DirectoryConfiguration;
import chat.parley.views.history.HistoryConfiguration;
import chat.parley.views.presence.PresenceConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** All views. A service that needs only one imports that one's configuration. */
@Configuration(proxyBeanMethods = false)
@Import({HistoryConfiguration.class, PresenceConfiguration.class, DirectoryConfiguration.class})
public class ReadModelsConfiguration {}
