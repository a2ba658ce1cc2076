package chat.parley.access;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything a service needs to know who calls and to refuse properly. */
@Configuration(proxyBeanMethods = false)
@Import({HttpAccess.class, SessionEnds.class})
public class AccessConfiguration {}
