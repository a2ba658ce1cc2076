package chat.parley.access;

import chat.parley.security.SecurityEvents;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The security filter chain of every service. A token is verified only where a controller asks who calls, so an expired
 * token on an open request is ignored. There are no server-side sessions and no cookies that authenticate, so requests
 * cannot be forged; the refresh cookie has an origin check of its own.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    @Bean
    AuthenticationManager authenticationManager(TokenVerifier tokens, EndedSessions ended) {
        return new ProviderManager(new TokenAuthenticationProvider(tokens, ended));
    }

    @Bean
    ControllerRules controllerRules(ObjectProvider<RequestMappingHandlerMapping> mappings, SecurityEvents security) {
        return new ControllerRules(mappings, security);
    }

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, AuthenticationManager manager, ControllerRules rules) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(bearerTokens(manager, rules), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .anyRequest()
                                .access(rules))
                .build();
    }

    private static AuthenticationFilter bearerTokens(AuthenticationManager manager, ControllerRules rules) {
        AuthenticationFilter filter = new AuthenticationFilter(manager, TokenAuthenticationProvider::in);
        filter.setRequestMatcher(rules::asksWhoCalls);
        filter.setSuccessHandler((_, _, _) -> {
            // The request simply continues.
        });
        filter.setSecurityContextRepository(new RequestAttributeSecurityContextRepository());
        return filter;
    }
}
