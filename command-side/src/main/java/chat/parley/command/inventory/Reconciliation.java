package chat.parley.command.inventory;

import chat.parley.command.inventory.ObjectRows.Wanted;
import chat.parley.command.objects.ObjectKeys;
import chat.parley.command.objects.ObjectStore;
import chat.parley.command.objects.ObjectStore.Listed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Compares the object store with the tables, while both change: what differs is looked at once more before it is told. It changes nothing.
 */
@Component
class Reconciliation {

    record StrayObject(String key, long bytes, Instant changed) {}

    /** @param key that nothing is under */
    record MissingObject(UUID owner, UUID id, String key) {}

    /**
     * @param objects how many there are
     * @param stray objects without a row
     * @param missing rows without an object
     */
    record Compared(
            long objects,
            long bytes,
            long strayObjects,
            long strayBytes,
            List<StrayObject> stray,
            long rows,
            long missingObjects,
            List<MissingObject> missing) {}

    private static final Pattern KEY = Pattern.compile("([0-9a-f-]{36})/(?:in|av|at|lp)/([0-9a-f-]{36})(?:/.*)?");

    private final ObjectStore objects;
    private final ObjectRows rows;

    Reconciliation(ObjectStore objects, ObjectRows rows) {
        this.objects = objects;
        this.rows = rows;
    }

    /** @param most of what differs that is named; all of it is counted */
    Compared compare(int most) {
        Count count = new Count(most);
        objects.list("").forEach(count::withObjects);
        count.withRows();
        return count.told();
    }

    private final class Count {

        private final int most;
        private final List<StrayObject> stray = new ArrayList<>();
        private final List<MissingObject> missing = new ArrayList<>();
        private long objectsSeen;
        private long bytes;
        private long strayObjects;
        private long strayBytes;
        private long rowsSeen;
        private long missingObjects;

        Count(int most) {
            this.most = most;
        }

        /** An object has a row before it is there, so the rows are read after it. */
        void withObjects(List<Listed> page) {
            List<UUID> owners = new ArrayList<>();
            List<UUID> ids = new ArrayList<>();
            for (Listed object : page) {
                Matcher key = KEY.matcher(object.key());
                if (key.matches()) {
                    owners.add(UUID.fromString(key.group(1)));
                    ids.add(UUID.fromString(key.group(2)));
                }
            }
            Set<String> possible = rows.possible(owners, ids);
            for (Listed object : page) {
                objectsSeen++;
                bytes += object.size();
                // What has no row any more may have been deleted meanwhile.
                if (!possible.contains(object.key())
                        && objects.look(object.key()).isPresent()) {
                    stray(object);
                }
            }
        }

        private void stray(Listed object) {
            strayObjects++;
            strayBytes += object.size();
            if (stray.size() < most) {
                stray.add(new StrayObject(object.key(), object.size(), object.changed()));
            }
        }

        void withRows() {
            UUID owner = ObjectRows.NOTHING.owner();
            Set<String> there = Set.of();
            List<Wanted> page = rows.wantedAfter(ObjectRows.NOTHING);
            while (!page.isEmpty()) {
                for (Wanted row : page) {
                    rowsSeen++;
                    if (!row.owner().equals(owner)) {
                        owner = row.owner();
                        there = keysOf(owner);
                    }
                    withRow(row, there);
                }
                page = rows.wantedAfter(page.getLast());
            }
        }

        private void withRow(Wanted row, Set<String> there) {
            for (String key : row.keys()) {
                if (!there.contains(key) && objects.look(key).isEmpty() && rows.isWanted(row)) {
                    missingObjects++;
                    if (missing.size() < most) {
                        missing.add(new MissingObject(row.owner(), row.id(), key));
                    }
                }
            }
        }

        private Set<String> keysOf(UUID owner) {
            Set<String> keys = new HashSet<>();
            objects.list(ObjectKeys.allOf(owner)).forEach(page -> page.forEach(object -> keys.add(object.key())));
            return keys;
        }

        Compared told() {
            return new Compared(objectsSeen, bytes, strayObjects, strayBytes, stray, rowsSeen, missingObjects, missing);
        }
    }
}
