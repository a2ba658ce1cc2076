package chat.parley.documents;

import chat.parley.gateway.frames.ClientFrame;
import chat.parley.gateway.frames.LogFrame;
import chat.parley.schemas.RecordSchemas.Writer;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The frames of the gateway: the records of its package, each a schema that has its {@code type}. */
final class Frames {

    /** Any frame that a server, and that a client writes. */
    static final String SERVER = "ServerFrame";

    static final String CLIENT = "ClientFrame";

    private static final String TYPE = "type";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<Class<?>> ofServer = ofServer();
    private final List<Class<?>> ofClient = leaves(ClientFrame.class).toList();
    private final Map<Class<?>, String> names = names();

    /** What a frame's schema is called, for all that a client writes. */
    List<String> clientNames() {
        return ofClient.stream().map(names::get).toList();
    }

    List<String> serverNames() {
        return ofServer.stream().map(names::get).toList();
    }

    /** The schemas of all frames and of what they hold, by name. */
    Map<String, JsonNode> schemas() {
        EverySchema every = new EverySchema(names);
        every.add(Writer.SERVER, ofServer);
        every.add(Writer.CLIENT, ofClient);
        Map<String, JsonNode> schemas = new TreeMap<>();
        schemas.putAll(every.all(this::typed));
        schemas.put(SERVER, anyOf(serverNames()));
        schemas.put(CLIENT, anyOf(clientNames()));
        return schemas;
    }

    /** With the type in front, which Jackson adds, and what a frame from the log ends with for each socket. */
    private void typed(Map<String, JsonNode> schemas) {
        names.forEach((frame, name) -> {
            ObjectNode schema = (ObjectNode) Objects.requireNonNull(schemas.get(name), name);
            ObjectNode properties = JSON.createObjectNode();
            properties.putObject(TYPE).put(TYPE, "string").put("const", typeOf(frame));
            schema.path("properties").forEachEntry(properties::set);
            ArrayNode required = JSON.createArrayNode().add(TYPE);
            schema.path("required").forEach(required::add);
            unwrapped(frame).forEach(component -> unwrap(schemas, properties, required, component));
            if (frame.getNestHost() == LogFrame.class) {
                properties.putObject("cursor").put(TYPE, "string").put("description", "To resume behind this frame.");
                required.add("cursor");
            }
            schema.set("properties", properties);
            schema.set("required", required);
        });
    }

    private static Stream<String> unwrapped(Class<?> frame) {
        return Arrays.stream(frame.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(JsonUnwrapped.class))
                .map(Field::getName);
    }

    /** The properties of what a component holds stand in its place. */
    private static void unwrap(
            Map<String, JsonNode> schemas, ObjectNode properties, ArrayNode required, String component) {
        String reference = properties.get(component).get("$ref").asString();
        JsonNode held =
                Objects.requireNonNull(schemas.get(reference.substring(reference.lastIndexOf('/') + 1)), reference);
        properties.remove(component);
        held.get("properties").forEachEntry(properties::set);
        required.removeIf(each -> each.asString().equals(component));
        held.path("required").forEach(required::add);
    }

    /** A frame is called after its type; after its record where several have one type. */
    private Map<Class<?>, String> names() {
        Map<Class<?>, String> all = new LinkedHashMap<>();
        for (Class<?> frame : ofServer) {
            String type = capitalized(typeOf(frame));
            all.put(frame, isOnlyOne(frame) ? type + "Frame" : frame.getSimpleName());
        }
        ofClient.forEach(frame -> all.put(frame, capitalized(typeOf(frame)) + CLIENT));
        return all;
    }

    private boolean isOnlyOne(Class<?> frame) {
        return ofServer.stream()
                        .filter(other -> typeOf(other).equals(typeOf(frame)))
                        .count()
                == 1;
    }

    private static String typeOf(Class<?> frame) {
        JsonTypeName named = frame.getAnnotation(JsonTypeName.class);
        return named == null ? frame.getSimpleName().toLowerCase(Locale.ROOT) : named.value();
    }

    private static String capitalized(String type) {
        return Arrays.stream(type.split("[^a-z]+"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static List<Class<?>> ofServer() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(JsonTypeName.class));
        List<Class<?>> found = new ArrayList<>();
        for (BeanDefinition each : scanner.findCandidateComponents(ClientFrame.class.getPackageName())) {
            Class<?> type = ClassUtils.resolveClassName(String.valueOf(each.getBeanClassName()), null);
            if (!ClientFrame.class.isAssignableFrom(type)) {
                found.add(type);
            }
        }
        found.sort(Comparator.comparing(Class::getName));
        return found;
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Frames::leaves) : Stream.of(type);
    }

    private static ObjectNode anyOf(List<String> names) {
        ObjectNode schema = JSON.createObjectNode();
        names.stream()
                .sorted()
                .forEach(name ->
                        schema.withArrayProperty("anyOf").addObject().put("$ref", "#/components/schemas/" + name));
        return schema;
    }
}
