package chat.parley.command.inventory;

import chat.parley.command.objects.ObjectKeys;
import chat.parley.command.schema.CommandSchemas;
import chat.parley.command.upload.Purpose;
import chat.parley.events.LinkPreviewId;
import chat.parley.events.UploadId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which objects there are by the tables: those that have to be there, and those that may be. */
@Component
class ObjectRows {

    /** What has to be in the store for one row. */
    record Wanted(UUID owner, UUID id, Set<String> keys) {}

    private static final int PAGE = 1_000;

    /** Before the first. */
    static final Wanted NOTHING = new Wanted(new UUID(0, 0), new UUID(0, 0), Set.of());

    private static final String WANTED = """
            SELECT owner, id, purpose, kind FROM uploads.upload WHERE state IN ('ready', 'attached')
            UNION ALL SELECT author, picture, 'link', 0 FROM log.link_picture WHERE NOT deleted
            """;

    private static final String POSSIBLE = """
            SELECT owner, id, purpose, kind, state IN ('reserved', 'checking', 'deleting') OR NOT swept AS coming,
              state IN ('checking', 'ready', 'attached', 'deleting') AS made
            FROM uploads.upload
            UNION ALL SELECT account, id, 'link', 0, false, true FROM uploads.link_preview
            UNION ALL SELECT author, picture, 'link', 0, false, true FROM log.link_picture
            """;

    private final JdbcClient jdbc;

    ObjectRows(JdbcClient jdbc, @SuppressWarnings("unused") CommandSchemas schemas) {
        this.jdbc = jdbc;
    }

    /** The next rows, in the order of owners; empty after the last. */
    List<Wanted> wantedAfter(Wanted last) {
        return jdbc.sql("SELECT * FROM (" + WANTED + ") AS row WHERE (owner, id) > (?, ?) ORDER BY owner, id LIMIT ?")
                .params(last.owner(), last.id(), PAGE)
                .query((row, _) -> {
                    UUID owner = row.getObject("owner", UUID.class);
                    UUID id = row.getObject("id", UUID.class);
                    return new Wanted(owner, id, made(owner, id, row.getString("purpose"), row.getInt("kind")));
                })
                .list();
    }

    boolean isWanted(Wanted row) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM (" + WANTED + ") AS row WHERE owner = ? AND id = ?)")
                .params(row.owner(), row.id())
                .query(Boolean.class)
                .single();
    }

    /** The keys that something may be under, of what lies below these owners under these ids. */
    Set<String> possible(List<UUID> owners, List<UUID> ids) {
        Set<String> keys = new HashSet<>();
        jdbc.sql("SELECT * FROM (" + POSSIBLE
                        + ") AS row WHERE (owner, id) IN (SELECT * FROM unnest(?::uuid[], ?::uuid[]))")
                .params(owners.toArray(UUID[]::new), ids.toArray(UUID[]::new))
                .query(row -> {
                    UUID owner = row.getObject("owner", UUID.class);
                    UUID id = row.getObject("id", UUID.class);
                    if (row.getBoolean("coming")) {
                        keys.add(ObjectKeys.incoming(owner, new UploadId(id)));
                    }
                    if (row.getBoolean("made")) {
                        keys.addAll(made(owner, id, row.getString("purpose"), row.getInt("kind")));
                    }
                });
        return keys;
    }

    private static Set<String> made(UUID owner, UUID id, String code, int kind) {
        Set<String> keys = new HashSet<>();
        Purpose.ofCode(code)
                .ifPresentOrElse(
                        purpose -> purpose.variants(kind)
                                .forEach(name -> keys.add(purpose.made(owner, new UploadId(id)) + name)),
                        () -> keys.add(ObjectKeys.linkPicture(owner, new LinkPreviewId(id))));
        return keys;
    }
}
