package chat.parley.access;

import chat.parley.refusals.FieldProblem;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Explains why a request body cannot be read: which field, and what it has to be. */
final class UnreadableBody {

    private UnreadableBody() {}

    static Refused refusal(@Nullable Throwable cause) {
        return switch (cause) {
            case MismatchedInputException mismatch -> ofField(mismatch, mismatch.getTargetType());
            case InputCoercionException outOfRange -> ofField(outOfRange, outOfRange.getTargetType());
            case ValueInstantiationException invalid ->
                ofField(invalid, invalid.getType().getRawClass());
            case JacksonException _ ->
                new Refused(Reason.MALFORMED, "The body has to be one JSON value that has no field twice.");
            case null, default -> new Refused(Reason.MALFORMED, "The body is missing; this request takes JSON.");
        };
    }

    private static Refused ofField(JacksonException wrong, @Nullable Class<?> expected) {
        String field = field(wrong);
        if (field.isEmpty()) {
            return new Refused(Reason.MALFORMED, "The body has to be a JSON object.");
        }
        String rule = "The field " + field + " has to be " + kind(expected) + ".";
        return Refused.forFields(List.of(new FieldProblem(field, Reason.MALFORMED, rule)));
    }

    private static String field(JacksonException json) {
        return json.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? Integer.toString(step.getIndex()) : step.getPropertyName())
                .collect(Collectors.joining("."));
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "of another kind";
        }
        if (type == String.class) {
            return "a string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a whole number";
        }
        if (type.isEnum()) {
            return "one of the values this field takes";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return isId(type) ? "a UUID in its canonical form, in lower case" : "a JSON object";
    }

    private static boolean isId(Class<?> type) {
        return type == UUID.class
                || (type.isRecord()
                        && Arrays.stream(type.getRecordComponents())
                                .allMatch(component -> component.getType() == UUID.class));
    }
}
