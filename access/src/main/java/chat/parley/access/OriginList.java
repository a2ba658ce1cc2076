package chat.parley.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param origins as browsers send them; none where it is left out */
@ConfigurationProperties("parley")
record OriginList(@Nullable List<String> origins) {

    Origins accepted() {
        return new Origins(origins == null ? List.of() : origins);
    }
}
