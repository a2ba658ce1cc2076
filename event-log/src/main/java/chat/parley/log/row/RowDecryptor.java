package chat.parley.log.row;

import chat.parley.events.Owner;
import chat.parley.log.SealedRow;
import chat.parley.log.content.ContentUnreadable;
import chat.parley.log.content.DataKey;
import chat.parley.log.content.PersonalContent;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decrypts the content of rows and checks it against the commitment in their payload. Keys of many rows are fetched at once,
 * after the rows' connection was returned: a reader that held one connection and waited for a second could starve the pool.
 */
final class RowDecryptor {

    /** The keys of some rows. */
    record Keys(Map<UUID, DataKey> byOwner) {}

    private final PersonalContent personal;

    RowDecryptor(PersonalContent personal) {
        this.personal = personal;
    }

    Keys keysOf(Collection<SealedRow> rows) {
        Set<UUID> owners = new HashSet<>();
        for (SealedRow row : rows) {
            Owner owner = row.identity().owner();
            if (row.content() != null && owner != null) {
                owners.add(owner.id());
            }
        }
        return new Keys(personal.keysOf(owners));
    }

    /**
     * The salted content; null if there is none or its owner's key was destroyed.
     *
     * @param payload the row's payload
     */
    byte @Nullable [] open(SealedRow row, ObjectNode payload, Keys keys) throws ContentUnreadable {
        byte[] content = row.content();
        Owner owner = row.identity().owner();
        if (content == null || owner == null) {
            return null;
        }
        byte[] salted = personal.open(keys.byOwner().get(owner.id()), row.identity(), content);
        if (salted != null
                && !EventCodec.commitmentIn(payload)
                        .filter(ContentCommitment.to(salted)::equals)
                        .isPresent()) {
            throw new ContentUnreadable(ContentUnreadable.Kind.COMMITMENT_FALSE);
        }
        return salted;
    }
}
