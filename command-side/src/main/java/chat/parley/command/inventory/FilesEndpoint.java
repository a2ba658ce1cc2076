package chat.parley.command.inventory;

import chat.parley.command.inventory.FileUsage.FileTaken;
import chat.parley.command.inventory.FileUsage.OfConversation;
import chat.parley.command.inventory.FileUsage.OfPerson;
import chat.parley.command.inventory.FileUsage.Space;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.stereotype.Component;

/**
 * Who takes how much space, for operators: {@code GET /actuator/files} tells it of all, {@code GET /actuator/files/<id>} of a person or
 * conversation.
 */
@Component
@Endpoint(id = "files")
final class FilesEndpoint {

    /**
     * @param toBeDeleted what was given up and is still there
     * @param people who take most, first
     * @param conversations in which most lies, first
     */
    public record Usage(
            Space all,
            Space toBeDeleted,
            List<OfPerson> people,
            List<OfConversation> conversations,
            List<FileTaken> largest) {}

    /** Of an id: what this person uploaded, and what lies in this conversation. */
    public record UsageOfOne(Space person, Space conversation, List<FileTaken> largest) {}

    private final FileUsage usage;

    FilesEndpoint(FileUsage usage) {
        this.usage = usage;
    }

    /** @param limit how many of each are named */
    @ReadOperation
    public Usage all(@Nullable Integer limit) {
        int most = Named.most(limit);
        return new Usage(
                usage.all(), usage.toBeDeleted(), usage.people(most), usage.conversations(most), usage.largest(most));
    }

    @ReadOperation
    public UsageOfOne of(@Selector UUID id, @Nullable Integer limit) {
        return new UsageOfOne(usage.ofPerson(id), usage.ofConversation(id), usage.largestOf(id, Named.most(limit)));
    }
}
