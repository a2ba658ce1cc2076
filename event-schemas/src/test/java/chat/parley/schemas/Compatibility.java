package chat.parley.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Whether a schema still keeps what a published one promised those who read the events: what they relied on is there, of the same
 * kind and within the same limits. An optional property more is no breach.
 */
final class Compatibility {

    private static final Set<String> ABOUT = Set.of("$schema", "$id", "title", "description", "examples");
    private static final Set<String> LOWER_BOUNDS = Set.of("minimum", "exclusiveMinimum", "minLength", "minItems");
    private static final Set<String> UPPER_BOUNDS = Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems");

    private final List<String> breaches = new ArrayList<>();

    private Compatibility() {}

    /** What was broken, each with the place; empty where nothing was. */
    static List<String> breaches(JsonNode published, JsonNode now) {
        Compatibility compatibility = new Compatibility();
        compatibility.compare("", published, now);
        return List.copyOf(compatibility.breaches);
    }

    private void compare(String place, JsonNode published, JsonNode now) {
        Set<String> keywords = new TreeSet<>(published.propertyNames());
        keywords.addAll(now.propertyNames());
        keywords.removeAll(ABOUT);
        for (String keyword : keywords) {
            JsonNode before = published.path(keyword);
            JsonNode after = now.path(keyword);
            if (before.equals(after)) {
                continue;
            }
            switch (keyword) {
                case "properties" -> properties(place, before, after);
                case "required" -> required(place, before, after);
                case "items" -> compare(place + "/items", before, after);
                case "enum" -> values(place, before, after);
                default -> limit(place, keyword, before, after);
            }
        }
    }

    private void properties(String place, JsonNode before, JsonNode after) {
        for (String name : before.propertyNames()) {
            if (after.has(name)) {
                compare(place + "/" + name, before.get(name), after.get(name));
            } else {
                breaches.add(place + "/" + name + " was removed or renamed");
            }
        }
    }

    /** Requiring more would refuse events already recorded; requiring less lets readers down. */
    private void required(String place, JsonNode before, JsonNode after) {
        Set<String> more = strings(after);
        more.removeAll(strings(before));
        more.forEach(name -> breaches.add(place + "/" + name + " is newly required"));
        Set<String> less = strings(before);
        less.removeAll(strings(after));
        less.forEach(name -> breaches.add(place + "/" + name + " is no longer required"));
    }

    private void values(String place, JsonNode before, JsonNode after) {
        if (before.isMissingNode()) {
            breaches.add(place + " is newly limited to certain values");
        } else if (!strings(after).containsAll(strings(before))) {
            breaches.add(place + " lost values it could have");
        }
    }

    private void limit(String place, String keyword, JsonNode before, JsonNode after) {
        boolean wider = after.isMissingNode()
                || (before.isNumber() && LOWER_BOUNDS.contains(keyword) && after.asDouble() < before.asDouble())
                || (before.isNumber() && UPPER_BOUNDS.contains(keyword) && after.asDouble() > before.asDouble());
        boolean bound = LOWER_BOUNDS.contains(keyword) || UPPER_BOUNDS.contains(keyword);
        if (!bound) {
            breaches.add("%s changed its %s".formatted(place.isEmpty() ? "/" : place, keyword));
        } else if (!wider) {
            breaches.add("%s has a narrower %s".formatted(place, keyword));
        }
    }

    private static Set<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).collect(Collectors.toCollection(TreeSet::new));
    }
}
