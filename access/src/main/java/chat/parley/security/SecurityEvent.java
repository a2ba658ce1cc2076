package chat.parley.security;

import chat.parley.access.MachineClientId;
import chat.parley.access.Scope;
import chat.parley.events.SessionId;
import chat.parley.events.UserId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that whoever watches over a deployment wants to know. It names people, sessions and programs by their ids and holds nothing that
 * anybody wrote, not even a username: a password is easily typed into the wrong field. Where it came from is added when it is recorded.
 */
public sealed interface SecurityEvent {

    /** As it is called in the stream: {@code signed_in} for {@link SignedIn}. */
    default String kind() {
        return kind(getClass());
    }

    static String kind(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** Whether the same from the same address is recorded only once a minute, so that a flood of it says no more than its beginning. */
    default boolean comesInFloods() {
        return false;
    }

    /** Someone has a new account, and a first session. */
    record Registered(UserId account, SessionId session) implements SecurityEvent {}

    record SignedIn(UserId account, SessionId session) implements SecurityEvent {}

    /** @param account null if nobody has the username */
    record SignInFailed(@Nullable UserId account) implements SecurityEvent {}

    /** A refresh token came that was this session's and is not valid any more. If the session was in use, its end follows. */
    record RefreshRefused(SessionId session) implements SecurityEvent {
        @Override
        public boolean comesInFloods() {
            return true;
        }
    }

    /**
     * @param account null if it is not known any more
     * @param reason {@code signed_out}, {@code reused} (two hold its refresh tokens), {@code unused}, {@code expired}, {@code password_changed} or
     *     {@code erased}
     */
    record SessionEnded(SessionId session, @Nullable UserId account, String reason) implements SecurityEvent {}

    record TokenIssued(MachineClientId client, Set<Scope> scopes) implements SecurityEvent {}

    /** @param reason as the refusal is called in the HTTP API */
    record TokenRefused(MachineClientId client, String reason) implements SecurityEvent {}

    /**
     * @param scopes those of the token that permit the operation
     * @param operation method and path, with names in place of ids
     */
    record ScopeUsed(MachineClientId client, Set<Scope> scopes, String operation) implements SecurityEvent {
        @Override
        public boolean comesInFloods() {
            return true;
        }
    }

    /** A person or a program asked for what takes a scope that they do not have. */
    record ScopeRefused(@Nullable UserId account, @Nullable MachineClientId client, String operation)
            implements SecurityEvent {
        @Override
        public boolean comesInFloods() {
            return true;
        }
    }

    record ClientCreated(MachineClientId client, Set<Scope> scopes) implements SecurityEvent {}

    record ClientRevoked(MachineClientId client) implements SecurityEvent {}

    /** @param client which program placed it */
    record HoldPlaced(UserId account, MachineClientId client) implements SecurityEvent {}

    /** @param client which program lifted it */
    record HoldLifted(UserId account, MachineClientId client) implements SecurityEvent {}

    /** @param client which program did it */
    record AccountSuspended(UserId account, MachineClientId client) implements SecurityEvent {}

    /** @param client which program lifted it */
    record SuspensionLifted(UserId account, MachineClientId client) implements SecurityEvent {}

    /** @param client which program asked for it; null if it was the person */
    record ErasureBegun(UserId account, @Nullable MachineClientId client) implements SecurityEvent {}

    /** Whoever has the person's session does not know their password. */
    record ErasureRefused(UserId account) implements SecurityEvent {}

    /**
     * Someone asked too often. Whom the limit counts is named, unless it is an address.
     *
     * @param limit as the metric {@code parley_throttled_total} calls it
     */
    record Throttled(
            String limit,
            @Nullable UserId account,
            @Nullable SessionId session,
            @Nullable MachineClientId client) implements SecurityEvent {
        @Override
        public boolean comesInFloods() {
            return true;
        }
    }
}
