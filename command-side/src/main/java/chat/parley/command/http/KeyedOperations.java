package chat.parley.command.http;

import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names the header in the OpenAPI document of every operation that takes a key. */
@Configuration(proxyBeanMethods = false)
class KeyedOperations {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(IdempotencyKey.class);
    }

    @Bean
    OperationCustomizer idempotencyKeyHeader() {
        return (operation, handler) -> CommandsTakeKeys.takesKey(handler)
                ? operation.addParametersItem(new HeaderParameter()
                        .name(IdempotencyKey.HEADER)
                        .required(true)
                        .description("Chosen by the client, a new one for each command; the same when it is repeated.")
                        .schema(new StringSchema().minLength(1).maxLength(64).pattern("^[!-~]+$")))
                : operation;
    }
}
