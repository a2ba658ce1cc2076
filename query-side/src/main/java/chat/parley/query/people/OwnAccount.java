package chat.parley.query.people;

import chat.parley.events.AccountDetails;
import chat.parley.events.AccountRegistered;
import chat.parley.events.AvatarChanged;
import chat.parley.events.ContactChanged;
import chat.parley.events.ContactDetails;
import chat.parley.events.ProfileChanged;
import chat.parley.events.ProfileDetails;
import chat.parley.events.StatusChanged;
import chat.parley.events.StatusDetails;
import chat.parley.events.StreamId;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.StoredEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person told of themselves last, found from their newest event backwards. */
final class OwnAccount {

    private static final int PAGE = 50;

    private @Nullable ProfileDetails profile;
    private @Nullable ContactDetails contact;
    private @Nullable StatusDetails status;
    private @Nullable AvatarChanged pictured;

    private OwnAccount() {}

    /**
     * @param status null if they never said what they are up to
     * @param avatar null if they have none
     */
    record Details(
            ProfileDetails profile,
            ContactDetails contact,
            @Nullable StatusDetails status,
            @Nullable UploadId avatar) {}

    /** Empty if there is no such account, or nothing of it can be read any more. */
    static Optional<Details> of(UserId user, EventLog log) {
        OwnAccount account = new OwnAccount();
        long before = Long.MAX_VALUE;
        while (true) {
            List<StoredEvent> page = log.readStreamBackwards(StreamId.account(user), before, PAGE);
            page.forEach(account::read);
            boolean last = page.size() < PAGE;
            if (account.profile != null
                    && account.contact != null
                    && (last || (account.status != null && account.pictured != null))) {
                UploadId avatar = account.pictured == null ? null : account.pictured.avatar();
                return Optional.of(new Details(account.profile, account.contact, account.status, avatar));
            }
            if (last) {
                return Optional.empty();
            }
            before = page.getLast().sequence();
        }
    }

    private void read(StoredEvent event) {
        if (event.event() instanceof ProfileChanged changed) {
            newest(changed.content(), null);
        } else if (event.event() instanceof ContactChanged changed) {
            newest(null, changed.content());
        } else if (event.event() instanceof StatusChanged changed) {
            status = status == null ? changed.content() : status;
        } else if (event.event() instanceof AvatarChanged changed) {
            pictured = pictured == null ? changed : pictured;
        } else if (event.event() instanceof AccountRegistered registered && registered.content() != null) {
            AccountDetails told = registered.content();
            newest(
                    new ProfileDetails(told.username(), told.displayName(), null),
                    new ContactDetails(told.email(), told.phone()));
        }
    }

    private void newest(@Nullable ProfileDetails told, @Nullable ContactDetails reached) {
        profile = profile == null ? told : profile;
        contact = contact == null ? reached : contact;
    }
}
