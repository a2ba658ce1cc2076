package chat.parley.access;

import chat.parley.throttling.ThrottlingConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything a service needs to authenticate callers and to refuse requests properly. */
@Configuration(proxyBeanMethods = false)
@Import({HttpAccessConfiguration.class, EndedSessionConfiguration.class, ThrottlingConfiguration.class})
public class AccessConfiguration {}
