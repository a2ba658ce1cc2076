package chat.parley.query.people;

import chat.parley.events.StatusDetails;
import chat.parley.events.UserId;
import chat.parley.log.guard.Blocks;
import chat.parley.views.ViewUnavailable;
import chat.parley.views.directory.DirectoryEntry;
import chat.parley.views.directory.UserDirectory;
import chat.parley.views.presence.Presence;
import chat.parley.views.presence.Presences;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
    private final Blocks blocks;

    People(UserDirectory directory, Presences presences, Blocks blocks) {
        this.blocks = blocks;
        this.directory = directory;
        this.presences = presences;
    }

    /** All of them, as one person sees them; a person the directory lacks has no name. */
    public Map<UserId, Person> of(UserId viewer, Collection<UserId> users) {
        UserDirectory.Known known = directory.byIds(users);
        Set<UserId> near = new HashSet<>(users);
        near.removeAll(blocks.apartFrom(viewer));
        Map<UserId, Presence> present = presencesOf(near);
        Map<UserId, StatusDetails> statuses = directory.statusesOf(near);
        Map<UserId, Person> people = new HashMap<>();
        for (UserId user : users) {
            people.put(
                    user,
                    known.erased().contains(user)
                            ? erased(user)
                            : person(
                                    user,
                                    known.named().get(user),
                                    present.getOrDefault(user, UNKNOWN),
                                    statuses.get(user)));
        }
        return people;
    }

    /** With presence and status, unless one of the two blocks the other. */
    PersonProfile of(UserId viewer, DirectoryEntry entry) {
        UserId user = entry.user();
        return blocks.apartFrom(viewer).contains(user)
                ? withoutPresence(entry)
                : PersonProfile.of(
                        entry,
                        presencesOf(List.of(user)).getOrDefault(user, UNKNOWN),
                        directory.statusesOf(List.of(user)).get(user));
    }

    /** For those whom a person's presence does not concern. */
    static PersonProfile withoutPresence(DirectoryEntry entry) {
        return PersonProfile.of(entry, UNKNOWN, null);
    }

    private static Person person(
            UserId user, @Nullable DirectoryEntry entry, Presence presence, @Nullable StatusDetails status) {
        return new Person(
                user,
                entry == null ? null : entry.username(),
                entry == null ? null : entry.displayName(),
                presence.online(),
                presence.lastSeen(),
                entry == null ? 0 : entry.asOf(),
                false,
                status,
                entry == null ? null : entry.avatar());
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
