package chat.parley.load.verify;

import chat.parley.load.people.Pair;
import chat.parley.load.people.Person;
import chat.parley.load.traffic.MessageNames;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Asks the product over HTTP what it holds of a conversation since the run began. */
final class StoredMessages {

    private static final int PAGE = 100;
    private static final int LOG_PAGE = 200;
    private static final String MESSAGE_SENT = "conversation.message-sent.v1";

    private final MessageNames names;
    private final Pair pair;
    private long position;

    StoredMessages(MessageNames names, Pair pair) {
        this.names = names;
        this.pair = pair;
    }

    private Person asker() {
        return pair.first();
    }

    /** From the log. */
    List<Stored> log() {
        List<Stored> stored = new ArrayList<>();
        long from = pair.lastSequence() + 1;
        for (List<Stored> page = logPage(from); !page.isEmpty(); page = logPage(from)) {
            stored.addAll(page);
            from = page.getLast().sequence() + 1;
        }
        return stored;
    }

    private List<Stored> logPage(long from) {
        List<Stored> page = new ArrayList<>();
        String path =
                "/api/conversations/%s/events?from=%d&to=%d".formatted(pair.conversation(), from, from + LOG_PAGE - 1);
        for (JsonNode event : asker().get(path).required("items")) {
            position = Math.max(position, event.required("position").asLong());
            JsonNode data = event.required("data");
            boolean message = MESSAGE_SENT.equals(event.required("name").asString());
            page.add(new Stored(
                    event.required("sequence").asLong(),
                    message ? data.required("number").asLong() : 0,
                    message ? names.indexOf(data.required("message").asString()) : -1));
        }
        return page;
    }

    /** From the history, once it holds what the log was asked for before. */
    List<Stored> history() {
        List<Stored> stored = new ArrayList<>();
        long after = pair.lastNumber();
        for (List<Stored> page = historyPage(after); !page.isEmpty(); page = historyPage(after)) {
            stored.addAll(page);
            after = page.getLast().number();
        }
        return stored;
    }

    private List<Stored> historyPage(long after) {
        List<Stored> page = new ArrayList<>();
        String path = "/api/conversations/%s/messages?after=%d&limit=%d".formatted(pair.conversation(), after, PAGE);
        boolean first = after == pair.lastNumber();
        JsonNode answer = first ? asker().get(path, "Parley-After", Long.toString(position)) : asker().get(path);
        for (JsonNode message : answer.required("items")) {
            page.add(new Stored(
                    message.required("sequence").asLong(),
                    message.required("number").asLong(),
                    names.indexOf(message.required("message").asString())));
        }
        return page;
    }
}
