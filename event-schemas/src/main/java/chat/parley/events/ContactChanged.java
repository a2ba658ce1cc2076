package chat.parley.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person changed their e-mail address or phone number; the event holds both.
 *
 * @param content null once erased
 */
public record ContactChanged(UserId account, @Nullable ContactDetails content)
        implements AccountEvent, Personal, CarriesContent, Skippable {

    @Override
    public Owner owner() {
        return new Owner.Person(account);
    }

    @Override
    public List<UserId> people() {
        return List.of(account);
    }
}
