package chat.parley.query.people;

import chat.parley.events.StatusDetails;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import chat.parley.log.guard.Sights;
import chat.parley.privacy.Detail;
import chat.parley.privacy.HiddenDetails;
import chat.parley.views.ViewUnavailable;
import chat.parley.views.directory.DirectoryEntry;
import chat.parley.views.directory.UserDirectory;
import chat.parley.views.presence.Presence;
import chat.parley.views.presence.Presences;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Builds people as others see them, from the directory and presence. */
@Component
public class People {

    private static final Logger LOG = LoggerFactory.getLogger(People.class);
    private static final Presence UNKNOWN = new Presence(false, null);

    private final UserDirectory directory;
    private final Presences presences;
    private final Sights sights;

    People(UserDirectory directory, Presences presences, Sights sights) {
        this.sights = sights;
        this.directory = directory;
        this.presences = presences;
    }

    /** All of them, as one person sees them; a person the directory lacks has no name. */
    public Map<UserId, Person> of(UserId viewer, Collection<UserId> users) {
        UserDirectory.Known known = directory.byIds(users);
        HiddenDetails hidden = sights.hiddenFrom(viewer, users);
        Map<UserId, Presence> present = presencesOf(users);
        Map<UserId, StatusDetails> statuses = directory.statusesOf(users);
        Map<UserId, Person> people = new HashMap<>();
        for (UserId user : users) {
            people.put(
                    user,
                    known.erased().contains(user)
                            ? erased(user)
                            : person(
                                    user,
                                    known.named().get(user),
                                    seen(present.get(user), hidden.of(viewer, user)),
                                    hidden.hides(Detail.STATUS, viewer, user) ? null : statuses.get(user),
                                    hidden.hides(Detail.AVATAR, viewer, user)));
        }
        return people;
    }

    /** @param concerned whether presence and status are told, as far as the person shows them */
    PersonProfile of(UserId viewer, DirectoryEntry entry, boolean concerned) {
        UserId user = entry.user();
        Set<Detail> hidden = sights.hiddenFrom(viewer, List.of(user)).of(viewer, user);
        Presence presence = concerned ? presencesOf(List.of(user)).get(user) : null;
        StatusDetails status = concerned ? directory.statusesOf(List.of(user)).get(user) : null;
        return PersonProfile.of(
                entry,
                hidden.contains(Detail.ABOUT) ? null : entry.about(),
                seen(presence, hidden),
                hidden.contains(Detail.STATUS) ? null : status,
                hidden.contains(Detail.AVATAR) ? null : entry.avatar());
    }

    /** Which of these people have a picture that this one sees, and which. */
    Map<UserId, UploadId> pictures(UserId viewer, Collection<DirectoryEntry> entries) {
        HiddenDetails hidden = sights.hiddenFrom(
                viewer, entries.stream().map(DirectoryEntry::user).toList());
        Map<UserId, UploadId> pictures = new HashMap<>();
        for (DirectoryEntry entry : entries) {
            UploadId avatar = entry.avatar();
            if (avatar != null && !hidden.hides(Detail.AVATAR, viewer, entry.user())) {
                pictures.put(entry.user(), avatar);
            }
        }
        return pictures;
    }

    private static Presence seen(@Nullable Presence presence, Set<Detail> hidden) {
        return presence == null || hidden.contains(Detail.ONLINE)
                ? UNKNOWN
                : new Presence(presence.online(), hidden.contains(Detail.LAST_SEEN) ? null : presence.lastSeen());
    }

    private static Person person(
            UserId user,
            @Nullable DirectoryEntry entry,
            Presence presence,
            @Nullable StatusDetails status,
            boolean withoutPicture) {
        return new Person(
                user,
                entry == null ? null : entry.username(),
                entry == null ? null : entry.displayName(),
                presence.online(),
                presence.lastSeen(),
                entry == null ? 0 : entry.asOf(),
                false,
                status,
                entry == null || withoutPicture ? null : entry.avatar());
    }

    private static Person erased(UserId user) {
        return new Person(user, null, null, false, null, 0, true, null, null);
    }

    /** Presence is not worth failing an answer for: while it is unknown, people are shown as away. */
    private Map<UserId, Presence> presencesOf(Collection<UserId> users) {
        try {
            return presences.of(users);
        } catch (ViewUnavailable e) {
            LOG.debug("Presence is not known", e);
            return Map.of();
        }
    }
}
