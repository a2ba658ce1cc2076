package chat.parley.events;

import java.util.List;

/**
 * A person changed what strangers may.
 *
 * @param findable by what they are found
 */
public record PrivacyChanged(UserId account, Findable findable) implements AccountEvent, Personal {

    @Override
    public List<UserId> people() {
        return List.of(account);
    }
}
