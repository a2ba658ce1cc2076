package chat.parley.throttling;

import chat.parley.security.SecurityEvents;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Limits for every service that answers requests from outside. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ThrottlingSettings.class)
@PropertySource("classpath:chat/parley/throttling/throttling-defaults.properties")
public class ThrottlingConfiguration {

    @Bean
    RedisBuckets sharedBuckets(LettuceConnectionFactory redis) {
        return new RedisBuckets(redis);
    }

    @Bean
    Throttle throttle(ThrottlingSettings settings, RedisBuckets shared, MeterRegistry meters, SecurityEvents security) {
        return new Throttle(settings, shared, TimeMeter.SYSTEM_NANOTIME, meters, security);
    }

    @Bean
    WebMvcConfigurer throttledRequests(Throttle throttle) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new ThrottledRequests(throttle));
            }
        };
    }
}
