package chat.parley.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class DefaultDenyCheckTest {

    @Test
    void aRouteThatDoesNotAskWhoCallsStopsTheStart() {
        assertDoesNotStart(Forgetful.class, "Forgetful#open()");
    }

    @Test
    void aRouteThatTakesAClientWithAnyScopeStopsTheStart() {
        assertDoesNotStart(AnyScope.class, "AnyScope#open(MachineClientCaller)");
    }

    private static void assertDoesNotStart(Class<?> controller, String route) {
        new WebApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(WebMvcAutoConfiguration.class, DispatcherServletAutoConfiguration.class))
                .withBean(DefaultDenyCheck.class)
                .withUserConfiguration(controller)
                .run(context -> assertThatThrownBy(context::getBeanDefinitionCount)
                        .rootCause()
                        .hasMessageContaining(route)
                        .hasMessageContaining("@OpenToEveryone"));
    }

    @RestController
    static class Forgetful {

        @GetMapping("/api/open")
        String open() {
            return "";
        }
    }

    @RestController
    static class AnyScope {

        @GetMapping("/api/open")
        String open(@SuppressWarnings("unused") MachineClientCaller caller) {
            return "";
        }
    }
}
