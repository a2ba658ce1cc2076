package chat.parley.events;

import org.jspecify.annotations.Nullable;

/** Someone took a username; it is never given to another. */
public record AccountRegistered(UserId account, @Nullable AccountDetails content) implements AccountEvent, Personal {

    @Override
    public UserId owner() {
        return account;
    }
}
