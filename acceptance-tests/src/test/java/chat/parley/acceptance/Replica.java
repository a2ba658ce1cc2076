package chat.parley.acceptance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** A conversation as one of its members sees it: made of the events that a device was told, or of what the views answer. */
record Replica(Map<Long, Said> messages, Set<Long> pinned, String hidden) {

    private static final String EVENT = "conversation.";
    private static final String GONE = "gone";
    private static final int PAGE = 100;

    /**
     * @param text {@code gone} where it was deleted
     * @param about of each member and kind of annotation the newest
     */
    record Said(String author, String text, Map<String, String> about) {}

    /** What follows from events, in whatever order and however often they came. Their sequences must have no gap. */
    static Replica of(String conversation, Collection<JsonNode> told) {
        TreeMap<Long, JsonNode> events = new TreeMap<>();
        TreeMap<Long, JsonNode> hiding = new TreeMap<>();
        told.forEach(event -> {
            if (conversation.equals(event.path("conversation").asString(""))) {
                events.put(event.get("sequence").asLong(), event);
            } else if (event.path("stream").asString("").startsWith("hidden/" + conversation)) {
                hiding.put(event.get("position").asLong(), event);
            }
        });
        long expected = events.firstKey();
        for (long sequence : events.keySet()) {
            if (sequence != expected++) {
                throw new AssertionError("nothing was told of " + (expected - 1) + ", and then of " + sequence);
            }
        }
        Map<Long, Said> messages = new TreeMap<>();
        Set<Long> pinned = new TreeSet<>();
        events.values().forEach(event -> apply(event, messages, pinned));
        String hidden = hiding.isEmpty()
                ? "[]"
                : hiding.lastEntry().getValue().get("data").get("numbers").toString();
        return new Replica(messages, pinned, hidden);
    }

    private static void apply(JsonNode event, Map<Long, Said> messages, Set<Long> pinned) {
        JsonNode data = event.get("data");
        long number = data.path("number").asLong();
        switch (event.get("name").asString()) {
            case EVENT + "message-sent.v1", EVENT + "reply-sent.v1" ->
                messages.put(
                        number, new Said(data.get("author").asString(), written(data.get("content")), new TreeMap<>()));
            case EVENT + "message-deleted.v1" -> {
                messages.computeIfPresent(number, (_, said) -> new Said(said.author(), GONE, Map.of()));
                pinned.remove(number);
            }
            case EVENT + "message-edited.v1", EVENT + "reactions-changed.v1" ->
                messages.computeIfPresent(
                        number,
                        (_, said) -> said.text().equals(GONE)
                                ? said
                                : annotated(said, event.get("name").asString(), data));
            case EVENT + "message-pinned.v1" -> pinned.add(number);
            case EVENT + "message-unpinned.v1" -> pinned.remove(number);
            default -> {
                // It changes no message.
            }
        }
    }

    private static Said annotated(Said said, String name, JsonNode data) {
        JsonNode content = data.get("content");
        Map<String, String> about = new TreeMap<>(said.about());
        if (name.equals(EVENT + "message-edited.v1")) {
            return new Said(said.author(), written(content), about);
        }
        String member = data.get("member").asString();
        about.remove(member);
        // Missed events of what was deleted meanwhile come without their content.
        JsonNode emojis = content.path("emojis");
        if (!emojis.isEmpty()) {
            about.put(member, emojis.toString());
        }
        return new Said(said.author(), said.text(), about);
    }

    private static String written(JsonNode content) {
        return content == null || content.isNull() ? GONE : content.get("text").asString() + mentions(content);
    }

    private static String mentions(JsonNode content) {
        JsonNode mentions = content.path("mentions");
        return mentions.isEmpty() ? "" : mentions.toString();
    }

    /** What the views answer to someone once they hold what is at a position. */
    static Replica answered(Person person, String conversation, long position) {
        String path = "/api/conversations/" + conversation;
        JsonNode summary = get(person, path, position);
        Map<Long, Said> messages = new TreeMap<>();
        for (long after = 0; ; ) {
            JsonNode page = get(person, path + "/messages?after=" + after + "&limit=" + PAGE, position);
            for (JsonNode message : page.get("items")) {
                after = message.get("number").asLong();
                messages.put(after, said(message));
                if (message.has("replies")) {
                    thread(person, path + "/threads/" + message.get("sequence"), position, messages);
                }
            }
            if (page.get("items").size() < PAGE) {
                break;
            }
        }
        Set<Long> pinned = new TreeSet<>();
        summary.path("pins").forEach(pin -> pinned.add(pin.get("number").asLong()));
        JsonNode hidden = summary.path("hidden").path("numbers");
        return new Replica(messages, pinned, hidden.isMissingNode() ? "[]" : hidden.toString());
    }

    private static void thread(Person person, String path, long position, Map<Long, Said> messages) {
        String next = null;
        do {
            JsonNode page = get(person, path + (next == null ? "" : "?cursor=" + next), position);
            page.get("items").forEach(reply -> messages.put(reply.get("number").asLong(), said(reply)));
            next = page.get("next").isNull() ? null : page.get("next").asString();
        } while (next != null);
    }

    private static Said said(JsonNode message) {
        Map<String, String> about = new TreeMap<>();
        for (JsonNode each : message.path("about")) {
            JsonNode emojis = each.get("data").path("content").path("emojis");
            if (!emojis.isEmpty()) {
                about.put(each.get("data").get("member").asString(), emojis.toString());
            }
        }
        JsonNode text = message.get("text");
        String written = text.isNull() ? GONE : text.asString() + mentions(message);
        return new Said(message.get("author").asString(), written, about);
    }

    private static JsonNode get(Person person, String path, long position) {
        return person.http()
                .exchange(person.token(), "GET", path, null, "Parley-After", Long.toString(position))
                .expect(200)
                .body();
    }

    /** The numbers in which two replicas differ, for whoever reads why a test failed. */
    List<String> differences(Replica other) {
        List<String> found = new ArrayList<>();
        TreeSet<Long> numbers = new TreeSet<>(messages.keySet());
        numbers.addAll(other.messages.keySet());
        for (long number : numbers) {
            Said one = messages.get(number);
            Said another = other.messages.get(number);
            if (one == null || !one.equals(another)) {
                found.add(number + ": " + one + " and " + another);
            }
        }
        if (!pinned.equals(other.pinned)) {
            found.add("pinned: " + pinned + " and " + other.pinned);
        }
        if (!hidden.equals(other.hidden)) {
            found.add("hidden: " + hidden + " and " + other.hidden);
        }
        return found;
    }
}
