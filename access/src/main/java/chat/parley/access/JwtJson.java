package chat.parley.access;

import io.jsonwebtoken.io.AbstractDeserializer;
import io.jsonwebtoken.io.AbstractSerializer;
import java.io.OutputStream;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** JSON for jjwt; its own adapter would bring a second major version of Jackson. */
final class JwtJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private JwtJson() {}

    static final class Writer extends AbstractSerializer<Map<String, ?>> {

        @Override
        protected void doSerialize(Map<String, ?> value, OutputStream out) {
            MAPPER.writeValue(out, value);
        }
    }

    static final class Reader extends AbstractDeserializer<Map<String, ?>> {

        @Override
        protected Map<String, ?> doDeserialize(java.io.Reader json) {
            return MAPPER.readValue(json, new TypeReference<Map<String, Object>>() {});
        }
    }
}
