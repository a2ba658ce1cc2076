package chat.parley.access;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the OpenAPI document; the controllers are its body. */
@Configuration(proxyBeanMethods = false)
public class ApiDocument {

    private static final String BEARER = "accessToken";
    /** The scheme of operations that ask for a {@link ClientCaller}. */
    public static final String CLIENT = "clientToken";

    static {
        // They come from the token, not from what is sent.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, ServiceCaller.class, ClientCaller.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Parley")
                        .version("v1")
                        .description("Accounts, conversations and queries of Parley. Refusals are RFC 9457 problems; a"
                                + " retryable one carries Retry-After."))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT"))
                        .addSecuritySchemes(
                                CLIENT,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.OAUTH2)
                                        .flows(new OAuthFlows()
                                                .clientCredentials(new OAuthFlow()
                                                        .tokenUrl("/api/token")
                                                        .scopes(scopes())))))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    private static Scopes scopes() {
        return new Scopes()
                .addString(Scope.ANALYST.code(), "every event, without what people wrote")
                .addString(Scope.CONTENT.code(), "every event, with what people wrote")
                .addString(Scope.OPERATOR.code(), "runs the deployment");
    }
}
