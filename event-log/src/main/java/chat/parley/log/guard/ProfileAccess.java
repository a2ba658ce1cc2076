package chat.parley.log.guard;

import chat.parley.events.Findable;
import chat.parley.events.UserId;

/** Who may see a person's profile and picture. */
public final class ProfileAccess {

    private final Memberships memberships;
    private final AccountStatuses accounts;

    public ProfileAccess(Memberships memberships, AccountStatuses accounts) {
        this.memberships = memberships;
        this.accounts = accounts;
    }

    /** Whether presence and the like concern the viewer: the person themselves, and who shares a conversation with them. */
    public boolean concerned(UserId viewer, UserId person) {
        return viewer.equals(person) || memberships.share(viewer, person);
    }

    /** Strangers see who can be found. */
    public boolean sees(UserId viewer, UserId person) {
        return concerned(viewer, person) || accounts.findable(person) != Findable.BY_NOTHING;
    }
}
