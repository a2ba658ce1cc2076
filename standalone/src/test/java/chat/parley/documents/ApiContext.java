package chat.parley.documents;

import static org.mockito.Mockito.mock;

import chat.parley.access.Caller;
import chat.parley.access.MachineClientCaller;
import chat.parley.access.ServiceCaller;
import chat.parley.command.http.IdempotencyKey;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RestController;

/** Every service's controllers as they stand in the sources, with nothing behind them. */
@Configuration(proxyBeanMethods = false)
class ApiContext {

    static {
        // They come from the token, not from what is sent.
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Caller.class, ServiceCaller.class, MachineClientCaller.class, IdempotencyKey.class);
    }

    @Bean
    static BeanDefinitionRegistryPostProcessor controllers() {
        return ApiContext::register;
    }

    private static void register(BeanDefinitionRegistry registry) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        for (BeanDefinition found : scanner.findCandidateComponents("chat.parley")) {
            registerMock(registry, ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null));
        }
    }

    private static <T> void registerMock(BeanDefinitionRegistry registry, Class<T> controller) {
        registry.registerBeanDefinition(
                controller.getName(), new RootBeanDefinition(controller, () -> mock(controller)));
    }

    @Bean
    RecordReferences recordReferences() {
        return new RecordReferences();
    }

    @Bean
    OperationDetails operationDetails() {
        return new OperationDetails();
    }
}
