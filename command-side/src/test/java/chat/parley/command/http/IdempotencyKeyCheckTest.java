package chat.parley.command.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class IdempotencyKeyCheckTest {

    @Test
    void aCommandWithoutAKeyStopsTheStart() {
        assertThatThrownBy(() -> start(RequestMethod.POST, "/api/things", "forgetful"))
                .hasMessageContaining("Things#forgetful()")
                .hasMessageContaining("IdempotencyKey");
        assertThatThrownBy(() -> start(RequestMethod.DELETE, "/api/things", "forgetful"))
                .hasMessageContaining("Things#forgetful()");
    }

    @Test
    void aCommandWithAKeyOrAReasonStarts() {
        assertThatCode(() -> start(RequestMethod.POST, "/api/things", "keyed", IdempotencyKey.class))
                .doesNotThrowAnyException();
        assertThatCode(() -> start(RequestMethod.POST, "/api/things", "exempt")).doesNotThrowAnyException();
    }

    @Test
    void whatReadsAndWhatOtherServicesAskNeedsNone() {
        assertThatCode(() -> start(RequestMethod.GET, "/api/things", "forgetful"))
                .doesNotThrowAnyException();
        assertThatCode(() -> start(RequestMethod.POST, "/internal/things", "forgetful"))
                .doesNotThrowAnyException();
    }

    private static void start(RequestMethod method, String path, String handler, Class<?>... parameters)
            throws NoSuchMethodException {
        RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
        mapping.registerMapping(
                RequestMappingInfo.paths(path).methods(method).build(),
                new Things(),
                Things.class.getDeclaredMethod(handler, parameters));
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("mapping", mapping));
        new IdempotencyKeyCheck(beans.getBeanProvider(RequestMappingHandlerMapping.class))
                .afterSingletonsInstantiated();
    }

    static final class Things {

        void forgetful() {}

        void keyed(@SuppressWarnings("unused") IdempotencyKey key) {}

        @WithoutIdempotencyKey("It changes nothing that matters.")
        void exempt() {}
    }
}
