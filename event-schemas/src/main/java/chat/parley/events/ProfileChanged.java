package chat.parley.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person changed what others see of them; the event holds all of it. A username they gave up is never given to another.
 *
 * @param content null once erased
 */
public record ProfileChanged(UserId account, @Nullable ProfileDetails content)
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
