package chat.parley.access;

import chat.parley.refusals.FieldProblem;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Refuses strings with NUL or half of a surrogate pair, by the name of their field: neither can be stored everywhere. The text of a message
 * is checked where messages are, under a reason of its own.
 */
final class WholeStrings extends StdScalarDeserializer<String> {

    private static final String TEXT = "text";

    WholeStrings() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) {
        String value = StringDeserializer.instance.deserialize(json, context);
        String field = fieldOf(json.streamReadContext());
        if (value != null && !TEXT.equals(field) && !WellFormedText.canBeStored(value)) {
            String rule = "The field " + field + " holds a NUL character or half of a surrogate pair.";
            throw Refused.forFields(List.of(new FieldProblem(field, Reason.MALFORMED, rule)));
        }
        return value;
    }

    /** Of what stands in a list it is the list's. */
    private static String fieldOf(@Nullable TokenStreamContext context) {
        if (context == null) {
            return "";
        }
        String name = context.currentName();
        return name == null ? fieldOf(context.getParent()) : name;
    }
}
