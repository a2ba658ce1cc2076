package chat.parley.gateway.commands;

import chat.parley.access.Caller;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.UserId;
import chat.parley.gateway.service.OnBehalf;
import chat.parley.gateway.service.ServiceClient;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The command side in another process, through its public API. */
final class HttpCommands implements Commands {

    private record Text(MessageId message, String text) {}

    private record Forgotten(UserId account, String part) {}

    private final ServiceClient commandSide;

    HttpCommands(ServiceClient commandSide) {
        this.commandSide = commandSide;
    }

    @Override
    public Sent send(Caller caller, ConversationId conversation, MessageId message, String text) {
        JsonNode answer = commandSide.post(caller, path(conversation) + "/messages", new Text(message, text));
        return new Sent(
                conversation,
                message,
                answer.required("sequence").asLong(),
                answer.required("number").asLong(),
                Instant.parse(answer.required("at").asString()),
                answer.required("position").asLong(),
                answer.required("gone").asBoolean());
    }

    @Override
    public Deleted delete(Caller caller, ConversationId conversation, MessageId message, long sequence) {
        JsonNode answer =
                commandSide.delete(caller, path(conversation) + "/messages/" + message + "?sequence=" + sequence);
        return new Deleted(
                conversation,
                message,
                answer.required("sequence").asLong(),
                answer.required("position").asLong());
    }

    @Override
    public long markReceived(Caller caller, ConversationId conversation, long upTo) {
        return mark(caller, conversation, "received", upTo);
    }

    @Override
    public long markRead(Caller caller, ConversationId conversation, long upTo) {
        return mark(caller, conversation, "read", upTo);
    }

    @Override
    public void forgotten(UserId account, String part) {
        commandSide.post(OnBehalf.of(account), "/internal/erasures/forgotten", new Forgotten(account, part));
    }

    private long mark(Caller caller, ConversationId conversation, String kind, long upTo) {
        JsonNode answer = commandSide.put(caller, path(conversation) + "/cursor", Map.of(kind, upTo));
        return answer.required("position").asLong();
    }

    private static String path(ConversationId conversation) {
        return "/api/conversations/" + conversation;
    }
}
