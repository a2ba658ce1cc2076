package chat.parley.views.presence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param lease how long a gateway node counts as alive after it last said so */
@ConfigurationProperties("parley.presence")
record PresenceSettings(@DefaultValue("5s") Duration lease) {}
