package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of a conversation; that of a direct one derives from its pair, see {@link DirectConversation}. */
public record ConversationId(@JsonValue UUID value) {

    @JsonCreator
    public static ConversationId of(String value) {
        return new ConversationId(CanonicalUuid.parse(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
