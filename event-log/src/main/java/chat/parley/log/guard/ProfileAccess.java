package chat.parley.log.guard;

import chat.parley.events.Findable;
import chat.parley.events.UserId;
import chat.parley.privacy.Detail;
import java.util.List;

/** Who may see a person's profile and picture. */
public final class ProfileAccess {

    private final Memberships memberships;
    private final AccountStatuses accounts;
    private final Sights sights;

    public ProfileAccess(Memberships memberships, AccountStatuses accounts, Sights sights) {
        this.memberships = memberships;
        this.accounts = accounts;
        this.sights = sights;
    }

    /** Whether presence and the like concern the viewer: the person themselves, and who shares a conversation with them. */
    public boolean concerned(UserId viewer, UserId person) {
        return viewer.equals(person) || memberships.share(viewer, person);
    }

    /** Strangers see who can be found. */
    public boolean sees(UserId viewer, UserId person) {
        return concerned(viewer, person) || accounts.findable(person) != Findable.BY_NOTHING;
    }

    /** As far as the person shows it. */
    public boolean seesPicture(UserId viewer, UserId person) {
        return sees(viewer, person)
                && !sights.hiddenFrom(viewer, List.of(person)).hides(Detail.AVATAR, viewer, person);
    }
}
