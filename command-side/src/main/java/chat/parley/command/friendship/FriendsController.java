package chat.parley.command.friendship;

import chat.parley.access.Caller;
import chat.parley.access.RefusedWith;
import chat.parley.command.account.details.DetailRules;
import chat.parley.command.conversation.ExistingAccounts;
import chat.parley.command.http.CommandKey;
import chat.parley.command.http.IdempotencyKey;
import chat.parley.command.http.IdempotentCommands;
import chat.parley.events.FriendRequest;
import chat.parley.events.UserId;
import chat.parley.log.CommandId;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttled;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FriendsController {

    /** @param line what is said with it, up to 200 characters on one line; absent or empty to say nothing */
    record NewFriendRequest(@Nullable String line) {

        FriendRequest content() {
            String said = DetailRules.optional(line);
            DetailRules.line("line", Reason.LINE_INVALID, said).ifPresent(problem -> {
                throw Refused.forFields(List.of(problem));
            });
            return new FriendRequest(said);
        }
    }

    /** @param position since which the two stand as they do; 0 if there never was anything between them */
    record FriendChanged(long position) {}

    private interface Change {
        long of(Caller caller, UserId person, CommandId id);
    }

    private final IdempotentCommands commands;
    private final ExistingAccounts people;
    private final Befriending befriending;

    FriendsController(IdempotentCommands commands, ExistingAccounts people, Befriending befriending) {
        this.commands = commands;
        this.people = people;
        this.befriending = befriending;
    }

    @Throttled(Limit.FRIEND_REQUEST_ACCOUNT)
    @PutMapping("/api/me/friend-requests/{user}")
    @Operation(
            operationId = "requestFriend",
            summary = "Ask someone to be one's friend",
            description =
                    "If they asked oneself, the two are friends with it. Whoever was rejected asks again a week later.")
    @RefusedWith({
        Reason.USER_UNKNOWN,
        Reason.SELF_FRIEND,
        Reason.LINE_INVALID,
        Reason.NOT_ACCEPTED,
        Reason.UNBLOCK_FIRST,
        Reason.ASK_LATER,
        Reason.CONFLICT
    })
    FriendChanged request(
            Caller caller, IdempotencyKey key, @PathVariable UserId user, @RequestBody NewFriendRequest request) {
        CommandKey command = key.of(caller, request);
        FriendRequest content = request.content();
        return commands.once(command, FriendChanged.class, () -> {
            people.require(List.of(user));
            return new FriendChanged(befriending.request(caller, user, content, command.commandId()));
        });
    }

    @DeleteMapping("/api/me/friend-requests/{user}")
    @Operation(operationId = "withdrawFriendRequest", summary = "Take back one's request to be someone's friend")
    @RefusedWith({Reason.REQUEST_GONE, Reason.CONFLICT})
    FriendChanged withdraw(Caller caller, IdempotencyKey key, @PathVariable UserId user) {
        return change(caller, key, user, befriending::withdraw);
    }

    @PutMapping("/api/me/friends/{user}")
    @Operation(operationId = "acceptFriend", summary = "Be friends with someone who asked")
    @RefusedWith({Reason.REQUEST_GONE, Reason.NOT_ACCEPTED, Reason.UNBLOCK_FIRST, Reason.CONFLICT})
    FriendChanged accept(Caller caller, IdempotencyKey key, @PathVariable UserId user) {
        return change(caller, key, user, befriending::accept);
    }

    @DeleteMapping("/api/me/friends/{user}/request")
    @Operation(operationId = "rejectFriend", summary = "Do not be friends with someone who asked")
    @RefusedWith({Reason.REQUEST_GONE, Reason.CONFLICT})
    FriendChanged reject(Caller caller, IdempotencyKey key, @PathVariable UserId user) {
        return change(caller, key, user, befriending::reject);
    }

    @DeleteMapping("/api/me/friends/{user}")
    @Operation(operationId = "removeFriend", summary = "Be someone's friend no longer")
    @RefusedWith(Reason.CONFLICT)
    FriendChanged remove(Caller caller, IdempotencyKey key, @PathVariable UserId user) {
        return change(caller, key, user, befriending::remove);
    }

    private FriendChanged change(Caller caller, IdempotencyKey key, UserId user, Change change) {
        CommandKey command = key.of(caller);
        return commands.once(
                command, FriendChanged.class, () -> new FriendChanged(change.of(caller, user, command.commandId())));
    }
}
