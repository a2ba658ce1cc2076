package chat.parley.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One entry of an advisory database in the OSV format (https://ossf.github.io/osv-schema/). */
record Advisory(JsonNode entry) {

    private static final Set<String> ORDERED = Set.of("ECOSYSTEM", "SEMVER");

    /** Of a range: where the defect begins, where it is mended, or the last version that has it. */
    private record Event(String kind, String version) {}

    String id() {
        return entry.path("id").asString("without an id");
    }

    /** Names that others know it by, and what it says in one line. */
    String title() {
        String aliases =
                entry.path("aliases").valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
        String summary = entry.path("summary").asString(entry.path("details").asString(""));
        return id() + (aliases.isEmpty() ? "" : " (" + aliases + ")") + ": "
                + summary.lines().findFirst().orElse("");
    }

    String modified() {
        return entry.path("modified").asString("");
    }

    Set<Ecosystem> ecosystems() {
        return affected()
                .flatMap(each -> Ecosystem.ofTitle(each.at("/package/ecosystem").asString("")).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether this version of the package has the defect. A withdrawn advisory is about nothing. */
    boolean concerns(UsedPackage used) {
        return !entry.hasNonNull("withdrawn")
                && affected().filter(each -> names(each, used)).anyMatch(each -> has(each, used));
    }

    /** The versions that mend it, as far as they are told. */
    List<String> mendedIn(UsedPackage used) {
        return affected()
                .filter(each -> names(each, used))
                .flatMap(each -> each.path("ranges").valueStream())
                .flatMap(Advisory::events)
                .filter(event -> event.kind().equals("fixed"))
                .map(Event::version)
                .distinct()
                .toList();
    }

    private Stream<JsonNode> affected() {
        return entry.path("affected").valueStream();
    }

    private static boolean names(JsonNode affected, UsedPackage used) {
        return affected.at("/package/name").asString("").equals(used.name())
                && Ecosystem.ofTitle(affected.at("/package/ecosystem").asString(""))
                        .equals(Optional.of(used.ecosystem()));
    }

    private static boolean has(JsonNode affected, UsedPackage used) {
        return affected.path("versions")
                        .valueStream()
                        .anyMatch(each -> each.asString().equals(used.version()))
                || affected.path("ranges")
                        .valueStream()
                        .filter(range -> ORDERED.contains(range.path("type").asString("")))
                        .anyMatch(range -> isIn(range, used));
    }

    /** Goes through the events in the order of their versions, as the format prescribes. */
    private static boolean isIn(JsonNode range, UsedPackage used) {
        Ecosystem ecosystem = used.ecosystem();
        boolean has = false;
        for (Event event : events(range)
                .sorted(Comparator.comparing(Event::version, ecosystem::compare))
                .toList()) {
            int after = ecosystem.compare(used.version(), event.version());
            switch (event.kind()) {
                case "introduced" -> has |= event.version().equals("0") || after >= 0;
                case "fixed" -> has &= after < 0;
                case "last_affected" -> has &= after <= 0;
                default -> {
                    // A limit is for commits.
                }
            }
        }
        return has;
    }

    private static Stream<Event> events(JsonNode range) {
        return range.path("events")
                .valueStream()
                .flatMap(event -> event.properties().stream()
                        .map(each -> new Event(each.getKey(), each.getValue().asString())));
    }
}
