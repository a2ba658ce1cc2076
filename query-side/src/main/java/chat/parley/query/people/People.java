package chat.parley.query.people;

import chat.parley.events.UserId;
import chat.parley.views.ViewUnavailable;
import chat.parley.views.directory.DirectoryEntry;
import chat.parley.views.directory.UserDirectory;
import chat.parley.views.presence.Presence;
import chat.parley.views.presence.Presences;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    People(UserDirectory directory, Presences presences) {
        this.directory = directory;
        this.presences = presences;
    }

    /** All of them; a person the directory lacks has no name. */
    public Map<UserId, Person> of(Collection<UserId> users) {
        UserDirectory.Known known = directory.byIds(users);
        Map<UserId, Presence> present = presencesOf(users);
        Map<UserId, Person> people = new HashMap<>();
        for (UserId user : users) {
            people.put(
                    user,
                    known.erased().contains(user)
                            ? erased(user)
                            : person(user, known.named().get(user), present.getOrDefault(user, UNKNOWN)));
        }
        return people;
    }

    Person of(DirectoryEntry entry) {
        UserId user = entry.user();
        return person(user, entry, presencesOf(List.of(user)).getOrDefault(user, UNKNOWN));
    }

    /** For those whom a person's presence does not concern. */
    static Person withoutPresence(DirectoryEntry entry) {
        return person(entry.user(), entry, UNKNOWN);
    }

    private static Person person(UserId user, @Nullable DirectoryEntry entry, Presence presence) {
        return new Person(
                user,
                entry == null ? null : entry.username(),
                entry == null ? null : entry.displayName(),
                presence.online(),
                presence.lastSeen(),
                entry == null ? 0 : entry.asOf(),
                false);
    }

    private static Person erased(UserId user) {
        return new Person(user, null, null, false, null, 0, true);
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
