package chat.parley.access;

import chat.parley.security.SecurityEventConfiguration;
import java.time.Clock;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Authentication and problem responses over HTTP; needs {@link EndedSessions}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PublicKeys.class, AllowedOrigins.class, TrustedProxies.class})
@Import({
    SecurityConfiguration.class,
    SecurityEventConfiguration.class,
    StrictJsonConfiguration.class,
    ProblemAdvice.class,
    ProblemErrorController.class,
    ApiDocumentController.class
})
@PropertySource("classpath:chat/parley/access/http-defaults.properties")
class HttpAccessConfiguration {

    static {
        // A malformed request may contain a name or a secret: keeps Tomcat from quoting it in the log.
        System.setProperty("org.apache.juli.logging.UserDataHelper.CONFIG", "NONE");
    }

    @Bean
    TokenVerifier tokenVerifier(PublicKeys keys, ObjectProvider<Clock> clock) {
        return new TokenVerifier(keys, clock.getIfUnique(Clock::systemUTC));
    }

    @Bean
    WebMvcConfigurer callerParameters() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgumentResolver());
            }
        };
    }

    @Bean
    DefaultDenyCheck defaultDeny(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return new DefaultDenyCheck(mappings);
    }

    @Bean
    FilterRegistrationBean<FilterRefusalHandler> filterRefusals(HandlerExceptionResolver handlerExceptionResolver) {
        FilterRegistrationBean<FilterRefusalHandler> registration =
                new FilterRegistrationBean<>(new FilterRefusalHandler(handlerExceptionResolver));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Hosts are checked where this process is what the browser reaches; behind a proxy services call each other by other names. */
    @Bean
    FilterRegistrationBean<BrowserProtection> browserProtection(
            AllowedOrigins origins, @Value("${parley.check-hosts:false}") boolean checkHosts) {
        FilterRegistrationBean<BrowserProtection> registration =
                new FilterRegistrationBean<>(new BrowserProtection(checkHosts ? origins : null));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<RequestBodyLimit> smallBodies() {
        FilterRegistrationBean<RequestBodyLimit> registration = new FilterRegistrationBean<>(new RequestBodyLimit());
        registration.addUrlPatterns("/api/*", "/internal/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemReports() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
            }
        });
    }
}
