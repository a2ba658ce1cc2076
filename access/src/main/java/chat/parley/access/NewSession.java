package chat.parley.access;

import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/**
 * Someone signed in on another device, as gateway nodes are told it.
 *
 * @param device their name for it, if they gave one
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonTypeName(NewSession.KIND)
public record NewSession(
        UserId user, SessionId session, @Nullable String device) {

    public static final String KIND = "signed-in";
}
