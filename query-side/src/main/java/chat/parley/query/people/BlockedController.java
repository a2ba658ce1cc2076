package chat.parley.query.people;

import chat.parley.access.Caller;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import chat.parley.log.guard.Blocks;
import chat.parley.query.freshness.Freshness;
import chat.parley.views.directory.DirectoryEntry;
import chat.parley.views.directory.UserDirectory;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "People")
class BlockedController {

    record BlockedList(List<BlockedItem> items) {}

    /**
     * @param username null while the directory lacks the person, as the name is
     * @param avatar as of {@link Person}
     */
    record BlockedItem(
            UserId user,
            @Nullable String username,
            @Nullable String displayName,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            UploadId avatar) {

        static BlockedItem of(UserId user, @Nullable DirectoryEntry entry, @Nullable UploadId avatar) {
            return new BlockedItem(
                    user, entry == null ? null : entry.username(), entry == null ? null : entry.displayName(), avatar);
        }
    }

    private final Blocks blocks;
    private final UserDirectory directory;
    private final People people;
    private final Freshness freshness;

    BlockedController(Blocks blocks, UserDirectory directory, People people, Freshness freshness) {
        this.blocks = blocks;
        this.directory = directory;
        this.people = people;
        this.freshness = freshness;
    }

    @GetMapping("/api/me/blocks")
    @Operation(operationId = "listBlocked", summary = "The people one blocks")
    BlockedList list(Caller caller, @RequestHeader(name = Freshness.HEADER, defaultValue = "0") long after) {
        freshness.ofLog(after);
        List<UserId> blocked = blocks.of(caller.user());
        Map<UserId, DirectoryEntry> named = directory.byIds(blocked).named();
        Map<UserId, UploadId> pictures = people.pictures(caller.user(), named.values());
        return new BlockedList(blocked.stream()
                .map(user -> BlockedItem.of(user, named.get(user), pictures.get(user)))
                .toList());
    }
}
