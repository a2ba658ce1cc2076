package chat.parley.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person registered with a username, which is never given to another. */
public record AccountRegistered(UserId account, @Nullable AccountDetails content)
        implements AccountEvent, Personal, CarriesContent {

    @Override
    public Owner owner() {
        return new Owner.Person(account);
    }

    @Override
    public List<UserId> people() {
        return List.of(account);
    }
}
