package chat.parley.access;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes of what has few values only these, as they are written. Events are read more kindly, since a newer build may have written them; who asks
 * for what there is not is told so.
 */
final class KnownValues extends ValueDeserializerModifier {

    private static final long serialVersionUID = 1L;

    @Override
    public ValueDeserializer<?> modifyEnumDeserializer(
            DeserializationConfig config,
            JavaType type,
            BeanDescription.Supplier description,
            ValueDeserializer<?> lenient) {
        return new Exactly(type.getRawClass());
    }

    private static final class Exactly extends StdScalarDeserializer<Object> {

        private final Map<String, Object> values = new HashMap<>();

        Exactly(Class<?> type) {
            super(type);
            for (Object value : type.getEnumConstants()) {
                values.put(JsonMapper.shared().valueToTree(value).asString(), value);
            }
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return context.handleUnexpectedToken(getValueType(context), json);
            }
            Object value = values.get(json.getString());
            return value == null
                    ? context.handleWeirdStringValue(handledType(), json.getString(), "no such value")
                    : value;
        }
    }
}
