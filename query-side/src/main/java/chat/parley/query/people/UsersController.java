package chat.parley.query.people;

import static chat.parley.throttling.Limit.SEARCH_ACCOUNT;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.events.AccountDetails;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import chat.parley.log.guard.ProfileAccess;
import chat.parley.query.freshness.Freshness;
import chat.parley.query.paging.Cursor;
import chat.parley.query.paging.Limit;
import chat.parley.query.paging.Page;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.throttling.Throttled;
import chat.parley.views.directory.DirectoryEntry;
import chat.parley.views.directory.DirectoryPage;
import chat.parley.views.directory.UserDirectory;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "People")
class UsersController {

    private static final int USUAL = 20;
    private static final int MOST = 50;
    private static final int LONGEST_QUERY = 100;
    private static final String LIST = "users";

    /** @param avatar as of {@link Person} */
    record FoundPerson(
            UserId user,
            String username,
            String displayName,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            UploadId avatar) {

        static FoundPerson of(DirectoryEntry entry, @Nullable UploadId avatar) {
            return new FoundPerson(entry.user(), entry.username(), entry.displayName(), avatar);
        }
    }

    private final UserDirectory directory;
    private final People people;
    private final ProfileAccess access;
    private final Freshness freshness;

    UsersController(UserDirectory directory, People people, ProfileAccess access, Freshness freshness) {
        this.access = access;
        this.directory = directory;
        this.people = people;
        this.freshness = freshness;
    }

    @Throttled(SEARCH_ACCOUNT)
    @GetMapping("/api/users")
    @Operation(
            operationId = "searchPeople",
            summary = "Finds people",
            description = "By the beginning of the username or of words of the name, ordered by username.")
    @RefusedWith(Reason.RANGE_INVALID)
    Page<FoundPerson> search(
            Caller caller,
            @RequestParam String query,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor,
            @RequestHeader(name = Freshness.HEADER, defaultValue = "0") long after) {
        if (query.codePointCount(0, query.length()) > LONGEST_QUERY) {
            throw Limit.rangeInvalid("query", "A query is at most " + LONGEST_QUERY + " characters.");
        }
        int count = Limit.of(limit, USUAL, MOST);
        String from = cursor == null ? null : Cursor.parse(cursor, LIST, 1).part(0);
        freshness.ofDirectory(after);
        DirectoryPage page = directory.search(query, from, count);
        Map<UserId, UploadId> pictures = people.pictures(caller.user(), page.entries());
        List<FoundPerson> found = page.entries().stream()
                .map(entry -> FoundPerson.of(entry, pictures.get(entry.user())))
                .toList();
        return new Page<>(
                found, page.next() == null ? null : Cursor.of(LIST, page.next()).text());
    }

    @GetMapping("/api/users/{username}")
    @Operation(
            operationId = "getPerson",
            summary = "A person's profile",
            description =
                    "Whether they are online and when they last were is told to those who share a conversation with them, as far as they show"
                            + " it.")
    @RefusedWith(Reason.USER_UNKNOWN)
    PersonProfile profile(
            Caller caller,
            @PathVariable String username,
            @RequestHeader(name = Freshness.HEADER, defaultValue = "0") long after) {
        freshness.ofDirectory(after);
        DirectoryEntry entry = directory
                .byUsername(AccountDetails.usernameFrom(username))
                .orElseThrow(() -> new Refused(Reason.USER_UNKNOWN));
        if (!access.sees(caller.user(), entry.user())) {
            throw new Refused(Reason.USER_UNKNOWN);
        }
        return people.of(caller.user(), entry, access.concerned(caller.user(), entry.user()));
    }
}
