package chat.parley.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person said what they are up to; the event holds all of it.
 *
 * @param content null once erased
 */
public record StatusChanged(UserId account, @Nullable StatusDetails content)
        implements AccountEvent, Personal, ToPeers, CarriesContent {

    @Override
    public Owner owner() {
        return new Owner.Person(account);
    }

    @Override
    public List<UserId> people() {
        return List.of(account);
    }
}
