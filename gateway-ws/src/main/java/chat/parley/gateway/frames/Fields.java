package chat.parley.gateway.frames;

import chat.parley.access.WellFormedText;
import chat.parley.contracts.NewAttachment;
import chat.parley.events.Mention;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import chat.parley.gateway.frames.ClientFrame.SfuWish;
import chat.parley.refusals.FieldProblem;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of one frame, each read as exactly one type. A null field counts as absent. */
record Fields(JsonNode frame) {

    private static final Set<String> SOURCES = Set.of("microphone", "camera", "screen");
    private static final int MAX_MID = 16;
    private static final int MAX_LAYER = 2;
    private static final String UUID_RULE = "a UUID in its canonical form, in lower case";

    /** Half of a surrogate pair has no UTF-8: neither the name of a field nor its value may hold one. */
    void requireWholeCharacters() {
        for (Map.Entry<String, JsonNode> field : frame.properties()) {
            String name = field.getKey();
            if (!WellFormedText.areAllOf(name)) {
                throw new Refused(Reason.MALFORMED, "The name of a field holds half of a surrogate pair.");
            }
            if (!WellFormedText.areAllOf(field.getValue().toString())) {
                throw name.equals("text")
                        ? Refused.forField(name, Reason.TEXT_INVALID)
                        : malformed(name, "The field " + name + " holds half of a surrogate pair.");
            }
        }
    }

    String text(String name) {
        JsonNode value = frame.path(name);
        if (!value.isString()) {
            throw refused(name, value, "a string");
        }
        return value.stringValue();
    }

    String text(String name, int most) {
        String text = text(name);
        if (text.length() > most) {
            throw malformed(name, "The field " + name + " has to be a string of at most " + most + " UTF-16 units.");
        }
        return text;
    }

    @Nullable
    String textOrNull(String name) {
        return isAbsent(name) ? null : text(name);
    }

    <T> T id(String name, Function<String, T> reading) {
        return id(name, frame.path(name), reading);
    }

    <T> @Nullable T idOrNull(String name, Function<String, T> reading) {
        return isAbsent(name) ? null : id(name, reading);
    }

    <T> @Nullable List<T> idsOrNull(String name, Function<String, T> reading, int most) {
        if (isAbsent(name)) {
            return null;
        }
        JsonNode values = frame.path(name);
        if (!values.isArray() || values.size() > most) {
            throw refused(name, values, "a list of at most " + most + " ids");
        }
        return IntStream.range(0, values.size())
                .mapToObj(i -> id(name + "." + i, values.path(i), reading))
                .toList();
    }

    @Nullable
    List<Mention> mentionsOrNull(String name, int most) {
        if (isAbsent(name)) {
            return null;
        }
        JsonNode values = frame.path(name);
        if (!values.isArray() || values.size() > most) {
            throw refused(name, values, "a list of at most " + most + " mentions");
        }
        return IntStream.range(0, values.size())
                .mapToObj(i -> mention(name + "." + i, values.path(i)))
                .toList();
    }

    private static Mention mention(String name, JsonNode value) {
        return new Mention(
                id(name + ".user", value.path("user"), UserId::of),
                place(name + ".from", value.path("from")),
                place(name + ".length", value.path("length")));
    }

    @Nullable
    List<NewAttachment> attachmentsOrNull(String name, int most) {
        if (isAbsent(name)) {
            return null;
        }
        JsonNode values = frame.path(name);
        if (!values.isArray() || values.size() > most) {
            throw refused(name, values, "a list of at most " + most + " files");
        }
        return IntStream.range(0, values.size())
                .mapToObj(i -> attachment(name + "." + i, values.path(i)))
                .toList();
    }

    private static NewAttachment attachment(String name, JsonNode value) {
        if (!value.isObject()) {
            throw refused(name, value, "an object");
        }
        Fields fields = new Fields(value);
        return new NewAttachment(
                fields.id("upload", UploadId::of),
                fields.text("name"),
                fields.placeOrNull("width"),
                fields.placeOrNull("height"),
                fields.countOrNull("durationMs"),
                fields.textOrNull("thumbhash"),
                fields.placesOrNull("waveform", 64));
    }

    private @Nullable Integer placeOrNull(String name) {
        return isAbsent(name) ? null : place(name, frame.path(name));
    }

    private @Nullable List<Integer> placesOrNull(String name, int most) {
        if (isAbsent(name)) {
            return null;
        }
        JsonNode values = frame.path(name);
        if (!values.isArray() || values.size() > most) {
            throw refused(name, values, "a list of at most " + most + " numbers");
        }
        return IntStream.range(0, values.size())
                .mapToObj(i -> place(name + "." + i, values.path(i)))
                .toList();
    }

    private static int place(String name, JsonNode value) {
        long place = count(name, value);
        if (place > Integer.MAX_VALUE) {
            throw refused(name, value, "less than 2^31");
        }
        return (int) place;
    }

    /** A number for each id; the ids are the names of the field's own fields. */
    <T> Map<T, Long> counts(String name, Function<String, T> reading, int most) {
        JsonNode values = frame.path(name);
        if (!values.isObject() || values.isEmpty() || values.size() > most) {
            throw refused(name, values, "an object with 1 to " + most + " ids and a number for each");
        }
        Map<T, Long> counts = new HashMap<>();
        for (Map.Entry<String, JsonNode> each : values.properties()) {
            counts.put(id(name, each.getKey(), reading), count(name + "." + each.getKey(), each.getValue()));
        }
        return counts;
    }

    /** What each medium of an offer is. */
    Map<String, String> sources(String name) {
        JsonNode values = frame.path(name);
        if (!values.isObject() || values.isEmpty() || values.size() > SOURCES.size()) {
            throw refused(name, values, "an object with a source for each mid");
        }
        Map<String, String> sources = new HashMap<>();
        for (Map.Entry<String, JsonNode> each : values.properties()) {
            if (each.getKey().length() > MAX_MID) {
                throw malformed(name, "A mid is too long.");
            }
            sources.put(each.getKey(), source(name + "." + each.getKey(), each.getValue()));
        }
        return sources;
    }

    List<SfuWish> wishes(String name, int most) {
        JsonNode values = frame.path(name);
        if (!values.isArray() || values.size() > most) {
            throw refused(name, values, "a list of at most " + most + " streams");
        }
        return IntStream.range(0, values.size())
                .mapToObj(i -> wish(name + "." + i, values.path(i)))
                .toList();
    }

    private static SfuWish wish(String name, JsonNode value) {
        long layer = count(name + ".layer", value.path("layer"));
        if (layer > MAX_LAYER) {
            throw malformed(name + ".layer", "A layer is 0, 1 or 2.");
        }
        return new SfuWish(
                id(name + ".feed", value.path("feed"), UUID::fromString).toString(),
                source(name + ".source", value.path("source")),
                (int) layer);
    }

    private static String source(String name, JsonNode value) {
        if (!value.isString() || !SOURCES.contains(value.stringValue())) {
            throw refused(name, value, "microphone, camera or screen");
        }
        return value.stringValue();
    }

    long count(String name) {
        return count(name, frame.path(name));
    }

    @Nullable
    Long countOrNull(String name) {
        return isAbsent(name) ? null : count(name, frame.path(name));
    }

    @Nullable
    Boolean flagOrNull(String name) {
        return isAbsent(name) ? null : flag(name);
    }

    boolean flag(String name) {
        JsonNode value = frame.path(name);
        if (!value.isBoolean()) {
            throw refused(name, value, "true or false");
        }
        return value.booleanValue();
    }

    private boolean isAbsent(String name) {
        JsonNode value = frame.path(name);
        return value.isMissingNode() || value.isNull();
    }

    private static <T> T id(String name, JsonNode value, Function<String, T> reading) {
        if (!value.isString()) {
            throw refused(name, value, UUID_RULE);
        }
        return id(name, value.stringValue(), reading);
    }

    private static <T> T id(String name, String value, Function<String, T> reading) {
        try {
            return reading.apply(value);
        } catch (IllegalArgumentException e) {
            throw malformed(name, "The field " + name + " holds what is not " + UUID_RULE + ".");
        }
    }

    private static long count(String name, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw refused(name, value, "a whole number of at least 0 and less than 2^63");
        }
        return value.longValue();
    }

    private static Refused refused(String name, JsonNode value, String rule) {
        String sentence = value.isMissingNode() || value.isNull()
                ? "The field " + name + " is missing; it is " + rule + "."
                : "The field " + name + " has to be " + rule + ".";
        return malformed(name, sentence);
    }

    private static Refused malformed(String name, String sentence) {
        return Refused.forFields(List.of(new FieldProblem(name, Reason.MALFORMED, sentence)));
    }
}
