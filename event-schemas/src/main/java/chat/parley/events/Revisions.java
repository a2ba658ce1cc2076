package chat.parley.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** The earlier revisions of events. */
final class Revisions {

    private static final Map<String, List<Class<? extends Superseded>>> SUPERSEDED =
            of(ServiceLoader.load(SupersededRevision.class));

    private Revisions() {}

    /** The superseded classes of an event type, oldest first. */
    static List<Class<? extends Superseded>> superseded(String typeName) {
        return SUPERSEDED.getOrDefault(typeName, List.of());
    }

    /** @throws IllegalStateException a revision is missing or given twice, so its events could not be read */
    static Map<String, List<Class<? extends Superseded>>> of(Iterable<SupersededRevision> found) {
        List<SupersededRevision> ordered = new ArrayList<>();
        found.forEach(ordered::add);
        ordered.sort(Comparator.comparingInt(SupersededRevision::revision));
        Map<String, List<Class<? extends Superseded>>> shapes = new HashMap<>();
        for (SupersededRevision revision : ordered) {
            List<Class<? extends Superseded>> before =
                    shapes.computeIfAbsent(revision.typeName(), _ -> new ArrayList<>());
            if (revision.revision() != before.size() + 1) {
                throw new IllegalStateException("revision %d of %s is missing or there twice"
                        .formatted(before.size() + 1, revision.typeName()));
            }
            before.add(revision.shape());
        }
        shapes.replaceAll((_, all) -> List.copyOf(all));
        return Map.copyOf(shapes);
    }
}
