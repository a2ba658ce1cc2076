package chat.parley.log.guard;

import static java.util.stream.Collectors.toSet;

import chat.parley.events.AccountDetails;
import chat.parley.events.AccountErased;
import chat.parley.events.AccountEvent;
import chat.parley.events.AccountRegistered;
import chat.parley.events.AccountSuspended;
import chat.parley.events.AdmissionEvent;
import chat.parley.events.Allowed;
import chat.parley.events.AvatarChanged;
import chat.parley.events.BlockedPerson;
import chat.parley.events.BlocksEvent;
import chat.parley.events.ContactChanged;
import chat.parley.events.ConversationEvent;
import chat.parley.events.ConversationId;
import chat.parley.events.DirectConversationStarted;
import chat.parley.events.Facets;
import chat.parley.events.FriendshipAccepted;
import chat.parley.events.FriendshipEvent;
import chat.parley.events.FriendshipRejected;
import chat.parley.events.FriendshipRemoved;
import chat.parley.events.FriendshipRequested;
import chat.parley.events.FriendshipWithdrawn;
import chat.parley.events.GroupClosed;
import chat.parley.events.GroupDeleted;
import chat.parley.events.GroupForgotten;
import chat.parley.events.JoinLinkId;
import chat.parley.events.JoinLinkMade;
import chat.parley.events.JoinLinkRevoked;
import chat.parley.events.Joined;
import chat.parley.events.LegalHoldLifted;
import chat.parley.events.LegalHoldPlaced;
import chat.parley.events.MemberAdded;
import chat.parley.events.MembersAdded;
import chat.parley.events.MessageDeleted;
import chat.parley.events.MessagePinned;
import chat.parley.events.MessageRequestAnswered;
import chat.parley.events.MessageRequestsEvent;
import chat.parley.events.MessageUnpinned;
import chat.parley.events.MuteChanged;
import chat.parley.events.ParleyEvent;
import chat.parley.events.PersonBlocked;
import chat.parley.events.PersonUnblocked;
import chat.parley.events.PreferenceEvent;
import chat.parley.events.PrivacyChanged;
import chat.parley.events.ProfileChanged;
import chat.parley.events.ProfileDetails;
import chat.parley.events.ReadCursorEvent;
import chat.parley.events.ReportEvent;
import chat.parley.events.RequestAnswer;
import chat.parley.events.SequenceRange;
import chat.parley.events.StatusChanged;
import chat.parley.events.StreamId;
import chat.parley.events.SuspensionLifted;
import chat.parley.events.UnknownEvent;
import chat.parley.events.UserId;
import chat.parley.events.Visibility;
import chat.parley.log.content.DataKeys;
import chat.parley.log.content.UsernameDigest;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes the guard rows that follow from an event, in the event's transaction. They can be rebuilt from the log, except for
 * the digest of an erased username. Erasure happens here too: of a person's key and username, and of a message's content.
 */
public final class GuardRows {

    private final JdbcClient jdbc;
    private final UnwelcomeRows unwelcome;
    private final CallRows calls;
    private final LinkPictureRows pictures;
    private final AdmissionRows admissions;
    private final ReportRows reports;
    private final MuteRows mutes;
    private final PostgresDeletedGroups deleted;
    private final DataKeys keys;
    private final UsernameDigest digest;

    public GuardRows(JdbcClient jdbc, DataKeys keys, UsernameDigest digest) {
        this.jdbc = jdbc;
        this.unwelcome = new UnwelcomeRows(jdbc);
        this.calls = new CallRows(jdbc);
        this.pictures = new LinkPictureRows(jdbc);
        this.admissions = new AdmissionRows(jdbc);
        this.reports = new ReportRows(jdbc);
        this.mutes = new MuteRows(jdbc);
        this.deleted = new PostgresDeletedGroups(jdbc);
        this.keys = keys;
        this.digest = digest;
    }

    /** Whether an event changes guard tables. Such an event is appended in a transaction with them. */
    public boolean concern(ParleyEvent event) {
        return rowsOf(event, 0) != null;
    }

    /** To be called in the event's transaction, before the append. */
    public void write(ParleyEvent event, long sequence) {
        Runnable rows = rowsOf(event, sequence);
        if (rows != null) {
            rows.run();
        }
    }

    /** @return writes the rows; null if the event changes no guard table */
    private @Nullable Runnable rowsOf(ParleyEvent event, long sequence) {
        return switch (event) {
            case AccountEvent account ->
                () -> {
                    write(account);
                    addPersonalStreams(account);
                };
            case BlocksEvent blocks ->
                () -> {
                    write(blocks);
                    addPersonalStreams(blocks);
                };
            case FriendshipEvent friendship ->
                () -> {
                    write(friendship, sequence);
                    addPersonalStreams(friendship);
                };
            case AdmissionEvent admission ->
                () -> {
                    requireNobodyErased(admission.by(), List.of(admission.person()));
                    admissions.write(admission, sequence);
                    addPersonalStreams(admission);
                };
            case ReportEvent report ->
                () -> {
                    reports.write(report, sequence);
                    addPersonalStreams(report);
                };
            case MessageRequestsEvent request ->
                () -> {
                    write(request);
                    addPersonalStreams(request);
                };
            case PreferenceEvent arranged ->
                () -> {
                    requireNobodyErased(arranged.member(), List.of());
                    addPersonalStreams(arranged);
                };
            case ConversationEvent conversation -> rowsOf(conversation, sequence);
            case ReadCursorEvent _ -> null;
            case UnknownEvent _ -> throw new IllegalArgumentException("nobody records what they do not know");
        };
    }

    private void write(AccountEvent event) {
        switch (event) {
            case AccountRegistered registered -> register(registered);
            case ProfileChanged changed -> rename(changed);
            case ContactChanged _, StatusChanged _, AvatarChanged _, AccountSuspended _, SuspensionLifted _ -> {
                // Nothing is decided by it.
            }
            case PrivacyChanged changed -> allow(changed);
            case LegalHoldPlaced placed -> hold(placed.account(), true);
            case LegalHoldLifted lifted -> hold(lifted.account(), false);
            case AccountErased erased -> erase(erased.account());
        }
    }

    private void allow(PrivacyChanged changed) {
        Visibility seen = Visibility.orEveryone(changed.visibility());
        jdbc.sql("""
            UPDATE log.account SET findable = ?, writes = ?, adds = ?, shows_online = ?, shows_last_seen = ?,
              shows_receipts = ?, shows_avatar = ?, shows_about = ?
            WHERE account = ?
            """)
                .params(
                        changed.findable().code(),
                        Allowed.orEveryone(changed.writes()).code(),
                        Allowed.orEveryone(changed.adds()).code(),
                        seen.online().code(),
                        seen.lastSeen().code(),
                        seen.receipts().code(),
                        seen.avatar().code(),
                        seen.about().code(),
                        changed.account().value())
                .update();
        unwelcome.follow(changed.account());
    }

    private void write(BlocksEvent event) {
        BlockedPerson whom = event.content();
        if (whom == null) {
            return;
        }
        switch (event) {
            case PersonBlocked blocked ->
                jdbc.sql("INSERT INTO log.block (blocker, blocked, conversation) VALUES (?, ?, ?) ON CONFLICT"
                                + " DO NOTHING")
                        .params(
                                blocked.blocker().value(),
                                whom.person().value(),
                                StreamId.conversation(whom.conversation()).value())
                        .update();
            case PersonUnblocked unblocked ->
                jdbc.sql("DELETE FROM log.block WHERE blocker = ? AND blocked = ?")
                        .params(unblocked.blocker().value(), whom.person().value())
                        .update();
        }
    }

    /** Both accounts are locked, so that the answer and what people allow follow one another. */
    private void write(MessageRequestsEvent event) {
        requireNobodyErased(event.recipient(), List.of(event.author()), "FOR UPDATE");
        if (event instanceof MessageRequestAnswered answered) {
            unwelcome.answer(answered.recipient(), answered.author(), answered.answer());
            unwelcome.follow(answered.recipient(), answered.author(), answered.conversation());
        }
    }

    private void write(FriendshipEvent event, long sequence) {
        requireNobodyErased(event.by(), List.of(event.other()));
        switch (event) {
            case FriendshipRequested requested -> {
                requireAsksTaken(requested);
                befriend(requested, FriendState.OUTGOING, FriendState.INCOMING, sequence);
            }
            case FriendshipAccepted accepted -> {
                requireNoBlock(StreamId.conversation(accepted.conversation()));
                befriend(accepted, FriendState.FRIENDS, FriendState.FRIENDS, sequence);
            }
            case FriendshipRejected _, FriendshipWithdrawn _, FriendshipRemoved _ ->
                jdbc.sql("""
                    DELETE FROM log.friendship WHERE person = ? AND other = ? OR person = ? AND other = ?
                    """)
                        .params(
                                event.by().value(),
                                event.other().value(),
                                event.other().value(),
                                event.by().value())
                        .update();
        }
        unwelcome.follow(event.by(), event.other(), event.conversation());
    }

    /** A request is said to someone too. */
    private void requireAsksTaken(FriendshipRequested requested) {
        refuseIf(jdbc.sql("""
            SELECT EXISTS (SELECT FROM log.block WHERE conversation = ?)
              OR EXISTS (SELECT FROM log.account WHERE account = ? AND writes = 'nobody')
            """)
                .params(
                        StreamId.conversation(requested.conversation()).value(),
                        requested.other().value())
                .query(Boolean.class)
                .single());
    }

    private void befriend(FriendshipEvent event, FriendState by, FriendState other, long sequence) {
        jdbc.sql("""
            INSERT INTO log.friendship (person, other, state, conversation, sequence) VALUES (?, ?, ?, ?, ?), (?, ?, ?, ?, ?)
            ON CONFLICT (person, other) DO UPDATE SET state = excluded.state, sequence = excluded.sequence
            """)
                .params(
                        event.by().value(),
                        event.other().value(),
                        by.code(),
                        event.conversation().value(),
                        sequence,
                        event.other().value(),
                        event.by().value(),
                        other.code(),
                        event.conversation().value(),
                        sequence)
                .update();
    }

    /** Remembers the event's stream for each person it names: their resume reads it from there. */
    private void addPersonalStreams(ParleyEvent event) {
        for (UserId person : Facets.of(event).people()) {
            jdbc.sql("INSERT INTO log.personal_stream (person, stream) VALUES (?, ?) ON CONFLICT DO NOTHING")
                    .params(person.value(), event.stream().value())
                    .update();
        }
    }

    private @Nullable Runnable rowsOf(ConversationEvent event, long sequence) {
        if (event instanceof MessagePinned pinned) {
            return () -> pin(pinned, sequence);
        }
        if (event instanceof MessageUnpinned unpinned) {
            return () -> unpin(unpinned.conversation(), unpinned.number());
        }
        if (event instanceof MuteChanged changed) {
            return () -> {
                requireNobodyErased(changed.actor(), List.of(changed.member()));
                mutes.write(changed);
            };
        }
        Runnable call = calls.of(event, sequence);
        if (call != null) {
            return call;
        }
        Runnable picture = pictures.of(event);
        if (picture != null) {
            return () -> {
                requireNobodyErased(event.actor(), List.of());
                picture.run();
            };
        }
        Facets facets = Facets.of(event);
        Runnable links = linkRowsOf(event);
        if (!facets.changesMembership() && facets.forgets().isEmpty() && links == null) {
            return null;
        }
        return () -> {
            if (facets.changesMembership()) {
                requireNobodyErased(
                        event.actor(),
                        facets.joins().stream().map(Joined::member).toList());
            }
            if (event instanceof DirectConversationStarted started) {
                requireWelcome(started, facets.joins());
            }
            closeMemberships(event.conversation(), facets.leaves(), sequence);
            openMemberships(event.conversation(), facets.joins(), sequence);
            if (event instanceof MemberAdded || event instanceof MembersAdded) {
                admissions.end(
                        event.conversation(),
                        facets.joins().stream().map(Joined::member).toList());
            }
            facets.forgets().forEach(range -> eraseContent(event.stream(), range));
            if (event instanceof MessageDeleted gone) {
                unpin(gone.conversation(), gone.number());
                pictures.delete(gone.conversation(), gone.message());
            }
            if (event instanceof GroupDeleted gone) {
                deleted.deleted(gone, sequence);
                jdbc.sql("DELETE FROM log.pin WHERE conversation = ?")
                        .param(gone.conversation().value())
                        .update();
            }
            if (event instanceof GroupForgotten part && deleted.forgotten(part)) {
                pictures.deleteAll(part.conversation());
            }
            if (links != null) {
                links.run();
            }
        };
    }

    private void pin(MessagePinned event, long sequence) {
        requireNobodyErased(event.actor(), List.of());
        jdbc.sql("""
            INSERT INTO log.pin (conversation, number, sequence, message, pinned_by, pinned) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """)
                .params(
                        event.conversation().value(),
                        event.number(),
                        event.target(),
                        event.message().value(),
                        event.member().value(),
                        sequence)
                .update();
    }

    private void unpin(ConversationId conversation, long number) {
        jdbc.sql("DELETE FROM log.pin WHERE conversation = ? AND number = ?")
                .params(conversation.value(), number)
                .update();
    }

    private @Nullable Runnable linkRowsOf(ConversationEvent event) {
        if (event instanceof JoinLinkMade made) {
            return () -> addLink(made);
        }
        if (event instanceof JoinLinkRevoked revoked) {
            return () -> jdbc.sql("UPDATE log.join_link SET revoked = true WHERE link = ?")
                    .param(revoked.link().value())
                    .update();
        }
        if (event instanceof GroupClosed closed) {
            return () -> {
                jdbc.sql("UPDATE log.join_link SET revoked = true WHERE conversation = ? AND NOT revoked")
                        .param(closed.conversation().value())
                        .update();
                admissions.endAll(closed.conversation());
                reports.endAll(closed.conversation());
                mutes.endAll(closed.conversation());
            };
        }
        JoinLinkId used = event instanceof MemberAdded added ? added.link() : null;
        return used == null
                ? null
                : () -> jdbc.sql("UPDATE log.join_link SET used = used + 1 WHERE link = ?")
                        .param(used.value())
                        .update();
    }

    private void addLink(JoinLinkMade made) {
        Instant until = made.until();
        jdbc.sql("INSERT INTO log.join_link (link, conversation, made_by, uses, until, approval) VALUES (?, ?,"
                        + " ?, ?, ?, ?)")
                .param(made.link().value())
                .param(made.conversation().value())
                .param(made.madeBy().value())
                .param(made.uses())
                .param(until == null ? null : OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                .param(Boolean.TRUE.equals(made.approval()))
                .update();
    }

    /**
     * Locks the accounts, so that this append and a concurrent erasure wait for each other. An erased person neither acts
     * nor joins, nor is anybody's friend.
     */
    private void requireNobodyErased(UserId actor, List<UserId> others) {
        requireNobodyErased(actor, others, "FOR SHARE");
    }

    private void requireNobodyErased(UserId actor, List<UserId> others, String lock) {
        Set<UUID> concerned = Stream.concat(Stream.of(actor), others.stream())
                .map(UserId::value)
                .collect(toSet());
        Set<UUID> erased = jdbc
                .sql("SELECT account, erased FROM log.account WHERE account = ANY (?) ORDER BY account " + lock)
                .param(concerned.toArray(UUID[]::new))
                .query((row, _) -> Map.entry(row.getObject(1, UUID.class), row.getBoolean(2)))
                .stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(toSet());
        if (!erased.isEmpty()) {
            throw new Refused(erased.contains(actor.value()) ? Reason.SESSION_ENDED : Reason.USER_UNKNOWN);
        }
    }

    /** The accounts are locked, and whoever blocks somebody locks their own. */
    private void requireNoBlock(StreamId conversation) {
        refuseIf(jdbc.sql("SELECT EXISTS (SELECT FROM log.block WHERE conversation = ?)")
                .param(conversation.value())
                .query(Boolean.class)
                .single());
    }

    private static void refuseIf(boolean refused) {
        if (refused) {
            throw new Refused(Reason.NOT_ACCEPTED);
        }
    }

    /** The accounts are locked, and whoever blocks or changes what they allow changes theirs. Both are asked for at once: nothing tells which it was. */
    private void requireWelcome(DirectConversationStarted started, List<Joined> joins) {
        List<UserId> both = joins.stream().map(Joined::member).toList();
        // Who writes to somebody first takes what they answer.
        both.stream()
                .filter(member -> !member.equals(started.actor()))
                .forEach(other -> unwelcome.answer(started.actor(), other, RequestAnswer.ACCEPTED));
        unwelcome.follow(both.getFirst(), both.getLast(), started.conversation());
        refuseIf(unwelcome.isRefused(started.actor(), started.conversation()));
    }

    private void register(AccountRegistered registered) {
        AccountDetails details = registered.content();
        if (details != null) {
            takeUsername(registered.account(), details.username());
        }
        jdbc.sql("INSERT INTO log.account (account) VALUES (?)")
                .param(registered.account().value())
                .update();
    }

    private void takeUsername(UserId account, String username) {
        try {
            jdbc.sql("INSERT INTO log.username (username, account) VALUES (?, ?)")
                    .params(username, account.value())
                    .update();
        } catch (DuplicateKeyException _) {
            throw new Refused(Reason.USERNAME_TAKEN);
        }
        // Checked after the insert, which has waited for whoever is giving up the same username.
        boolean ofAnother = jdbc.sql("""
            SELECT EXISTS (SELECT FROM log.username_of_erased WHERE digest = ? AND account IS DISTINCT FROM ?)
            """)
                .params(digest.of(username), account.value())
                .query(Boolean.class)
                .single();
        if (ofAnother) {
            throw new Refused(Reason.USERNAME_TAKEN);
        }
    }

    /** The old name stays theirs though they do not use it; one they had before is used again. */
    private void rename(ProfileChanged changed) {
        ProfileDetails profile = changed.content();
        if (profile == null || !giveUpUsername(changed.account(), profile.username())) {
            return;
        }
        takeUsername(changed.account(), profile.username());
        jdbc.sql("DELETE FROM log.username_of_erased WHERE digest = ?")
                .param(digest.of(profile.username()))
                .update();
    }

    /** @return whether the account had another username than the one that is kept */
    private boolean giveUpUsername(UserId account, String kept) {
        Optional<String> old = jdbc.sql(
                        "DELETE FROM log.username WHERE account = ? AND username <> ? RETURNING username")
                .params(account.value(), kept)
                .query(String.class)
                .optional();
        old.ifPresent(username -> jdbc.sql("INSERT INTO log.username_of_erased (digest, account) VALUES (?, ?)")
                .params(digest.of(username), account.value())
                .update());
        return old.isPresent();
    }

    private void hold(UserId account, boolean held) {
        jdbc.sql("""
            INSERT INTO log.account (account, held) VALUES (?, ?)
            ON CONFLICT (account) DO UPDATE SET held = excluded.held
            """).params(account.value(), held).update();
    }

    private void erase(UserId account) {
        int erased = jdbc.sql("""
            INSERT INTO log.account (account, erased) VALUES (?, true)
            ON CONFLICT (account) DO UPDATE SET erased = true WHERE NOT account.held
            """).param(account.value()).update();
        if (erased == 0) {
            throw new Refused(Reason.LEGAL_HOLD);
        }
        keys.destroy(account);
        eraseUsername(account);
        jdbc.sql("DELETE FROM log.block WHERE blocker = ? OR blocked = ?")
                .params(account.value(), account.value())
                .update();
        unwelcome.forget(account);
        admissions.forget(account);
        reports.forget(account);
        mutes.forget(account);
        pictures.forget(account);
        // Their friends are still to be told, who may share no conversation with them.
        jdbc.sql("UPDATE log.friendship SET state = ? WHERE person = ? OR other = ?")
                .params(FriendState.ERASED.code(), account.value(), account.value())
                .update();
        jdbc.sql("DELETE FROM log.personal_stream WHERE person = ?")
                .param(account.value())
                .update();
    }

    private void eraseUsername(UserId account) {
        jdbc.sql("DELETE FROM log.username WHERE account = ? RETURNING username")
                .param(account.value())
                .query(String.class)
                .optional()
                .ifPresent(username -> jdbc.sql("INSERT INTO log.username_of_erased (digest) VALUES (?)")
                        .param(digest.of(username))
                        .update());
        jdbc.sql("UPDATE log.username_of_erased SET account = NULL WHERE account = ?")
                .param(account.value())
                .update();
    }

    /** A legal hold that is placed at this moment is either waited for, or waits until the content is gone. */
    private void eraseContent(StreamId stream, SequenceRange range) {
        boolean held = jdbc.sql("""
            SELECT held FROM log.account WHERE account IN (
              SELECT owner FROM log.event WHERE stream = ? AND sequence BETWEEN ? AND ?)
            FOR SHARE
            """)
                .params(stream.value(), range.first(), range.last())
                .query(Boolean.class)
                .list()
                .contains(true);
        if (held) {
            throw new Refused(Reason.LEGAL_HOLD);
        }
        jdbc.sql("UPDATE log.event SET content = NULL WHERE stream = ? AND sequence BETWEEN ? AND ?")
                .params(stream.value(), range.first(), range.last())
                .update();
        eraseAnnotations(stream, range);
    }

    /** Erases the annotations of a message with it. Those of people under legal hold are kept, without telling anyone. */
    private void eraseAnnotations(StreamId stream, SequenceRange range) {
        jdbc.sql("""
            UPDATE log.event SET content = NULL
            WHERE stream = ? AND log.about(metadata) BETWEEN ? AND ? AND content IS NOT NULL
              AND NOT EXISTS (SELECT FROM log.account WHERE account = owner AND held)
            """).params(stream.value(), range.first(), range.last()).update();
    }

    private void openMemberships(ConversationId conversation, List<Joined> joins, long sequence) {
        if (joins.isEmpty()) {
            return;
        }
        jdbc.sql("""
            INSERT INTO log.membership (conversation, member, joined_sequence, visible_from, role)
            SELECT ?, member, ?, visible_from, role
            FROM unnest(?::uuid[], ?::bigint[], ?::text[]) AS joined (member, visible_from, role)
            """)
                .params(
                        conversation.value(),
                        sequence,
                        uuids(joins.stream().map(Joined::member)),
                        joins.stream()
                                .map(joined -> Objects.requireNonNullElse(joined.visibleFrom(), sequence))
                                .toArray(Long[]::new),
                        joins.stream().map(joined -> joined.role().code()).toArray(String[]::new))
                .update();
    }

    private void closeMemberships(ConversationId conversation, List<UserId> members, long sequence) {
        if (members.isEmpty()) {
            return;
        }
        jdbc.sql("""
            UPDATE log.membership SET left_sequence = ?
            WHERE conversation = ? AND member = ANY (?::uuid[]) AND left_sequence IS NULL
            """)
                .params(sequence, conversation.value(), uuids(members.stream()))
                .update();
    }

    private static UUID[] uuids(Stream<UserId> people) {
        return people.map(UserId::value).toArray(UUID[]::new);
    }
}
