package chat.parley.gateway.webclient;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnResource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Serves the web client from {@code static/} on the class path, compressed where the build has put a compressed form beside a file; a path of
 * the client's own is answered with its one page.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnResource(resources = "classpath:/static/index.html")
class WebClientPages implements WebMvcConfigurer {

    private static final String FILES = "classpath:/static/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // The build puts a hash of the content into the names of these.
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(false)
                .addResolver(new EncodedResourceResolver());
        registry.addResourceHandler("/**")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new EncodedResourceResolver())
                .addResolver(new OnePage());
    }

    @Bean
    FilterRegistrationBean<BrowserSecurityHeaders> browserRules() {
        return new FilterRegistrationBean<>(new BrowserSecurityHeaders());
    }

    /** The client routes by itself, so its paths are no files: whatever looks like neither a file nor a service is its page. */
    private static final class OnePage extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            Resource file = super.getResource(path, location);
            return file == null && isPage(path) ? super.getResource("index.html", location) : file;
        }

        private static boolean isPage(String path) {
            boolean service = path.matches("(api|internal|actuator)(/.*)?");
            return !service && path.indexOf('.', path.lastIndexOf('/') + 1) < 0;
        }
    }
}
