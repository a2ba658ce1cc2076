package chat.parley.log.read;

import chat.parley.events.ConversationId;
import chat.parley.events.GroupClosed;
import chat.parley.events.GroupCreated;
import chat.parley.events.GroupDetails;
import chat.parley.events.GroupDetailsChanged;
import chat.parley.events.GroupPictureChanged;
import chat.parley.events.GroupSettings;
import chat.parley.events.GroupSettingsChanged;
import chat.parley.events.UploadId;
import chat.parley.log.StoredEvent;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a group is like, by the newest events that say so. They are read from the log: their content is nowhere else, and it never lags.
 *
 * @param details null once erased
 * @param picture null if there is none
 */
public record GroupLikeness(
        @Nullable GroupDetails details, @Nullable UploadId picture, GroupSettings settings, boolean closed) {

    /** Of what is no group, or of one of which nothing is known. */
    public static final GroupLikeness NONE = new GroupLikeness(null, null, GroupSettings.USUAL, false);

    /** Of each group, by the {@linkplain StreamQueries#likenessOf newest events} that say it. */
    public static Map<ConversationId, GroupLikeness> of(List<StoredEvent> newest) {
        Map<ConversationId, GroupLikeness> found = new HashMap<>();
        newest.stream()
                .sorted(Comparator.comparingLong(StoredEvent::position))
                .forEach(event -> found.compute(
                        ConversationId.of(event.envelope().stream().partitionKey()),
                        (_, known) -> (known == null ? NONE : known).with(event)));
        return found;
    }

    private GroupLikeness with(StoredEvent event) {
        return switch (event.event()) {
            case GroupCreated created -> new GroupLikeness(created.content(), picture, settings, closed);
            case GroupDetailsChanged changed -> new GroupLikeness(changed.content(), picture, settings, closed);
            case GroupPictureChanged changed -> new GroupLikeness(details, changed.picture(), settings, closed);
            case GroupSettingsChanged changed -> new GroupLikeness(details, picture, changed.settings(), closed);
            case GroupClosed _ -> new GroupLikeness(details, picture, settings, true);
            default -> this;
        };
    }

    public @Nullable String name() {
        return details == null ? null : details.name();
    }

    public @Nullable String about() {
        return details == null ? null : details.about();
    }
}
