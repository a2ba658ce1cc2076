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

    /** For those to whom the person does not show it. */
    public ProfileChanged withoutAbout() {
        return content == null
                ? this
                : new ProfileChanged(account, new ProfileDetails(content.username(), content.displayName(), null));
    }

    @Override
    public Owner owner() {
        return new Owner.Person(account);
    }

    @Override
    public List<UserId> people() {
        return List.of(account);
    }
}
