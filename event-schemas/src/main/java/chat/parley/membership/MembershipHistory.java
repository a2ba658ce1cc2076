package chat.parley.membership;

import chat.parley.events.Facets;
import chat.parley.events.Joined;
import chat.parley.events.MemberRole;
import chat.parley.events.SequenceRange;
import chat.parley.events.UserId;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The known membership periods of one conversation. From them follows who is told of an event and which sequences someone
 * may read; everything that delivers, shows or counts events of a conversation asks here.
 *
 * <p>Its facts, opened and closed periods, are only ever added. So knowledge from several sources can be merged in any
 * order, any number of times, with the same result.
 */
public final class MembershipHistory {

    public static final MembershipHistory NONE = new MembershipHistory(Set.of(), Set.of());

    private record Opened(UserId member, long joined, long visibleFrom, MemberRole role) {}

    private record Closed(UserId member, long left) {}

    private final Set<Opened> opened;
    private final Set<Closed> closed;
    private final List<MembershipPeriod> all;
    private final Set<UserId> present;
    private final long lastChange;

    private MembershipHistory(Set<Opened> opened, Set<Closed> closed) {
        this.opened = opened;
        this.closed = closed;
        this.all = all(opened, closed);
        this.present = all.stream()
                .filter(MembershipPeriod::isPresent)
                .map(MembershipPeriod::member)
                .collect(Collectors.toUnmodifiableSet());
        this.lastChange = Math.max(
                opened.stream().mapToLong(Opened::joined).max().orElse(-1),
                closed.stream().mapToLong(Closed::left).max().orElse(-1));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MembershipHistory of(Collection<MembershipPeriod> stays) {
        Set<Opened> opened = new HashSet<>();
        Set<Closed> closed = new HashSet<>();
        for (MembershipPeriod stay : stays) {
            opened.add(new Opened(stay.member(), stay.joined(), stay.visibleFrom(), stay.role()));
            if (stay.left() != null) {
                closed.add(new Closed(stay.member(), stay.left()));
            }
        }
        return new MembershipHistory(opened, closed);
    }

    /** The facts that an event of the conversation adds. */
    public static MembershipHistory told(Facets facets, long sequence) {
        if (!facets.changesMembership()) {
            return NONE;
        }
        return new MembershipHistory(
                facets.joins().stream().map(joined -> opened(joined, sequence)).collect(Collectors.toUnmodifiableSet()),
                facets.leaves().stream()
                        .map(member -> new Closed(member, sequence))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Opened opened(Joined joined, long sequence) {
        Long visibleFrom = joined.visibleFrom();
        return new Opened(joined.member(), sequence, visibleFrom == null ? sequence : visibleFrom, joined.role());
    }

    /** The union of both. */
    public MembershipHistory and(MembershipHistory other) {
        if (opened.containsAll(other.opened) && closed.containsAll(other.closed)) {
            return this;
        }
        return new MembershipHistory(union(opened, other.opened), union(closed, other.closed));
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> both = new HashSet<>(one);
        both.addAll(other);
        return Set.copyOf(both);
    }

    /**
     * A period ends with the member's next leave. If one event both closes and opens a period, it closes the earlier one.
     */
    private static List<MembershipPeriod> all(Set<Opened> opened, Set<Closed> closed) {
        Map<UserId, NavigableSet<Long>> leaves = new HashMap<>();
        closed.forEach(close ->
                leaves.computeIfAbsent(close.member(), _ -> new TreeSet<>()).add(close.left()));
        return opened.stream()
                .map(open -> {
                    NavigableSet<Long> ofMember = leaves.get(open.member());
                    @Nullable Long left = ofMember == null ? null : ofMember.higher(open.joined());
                    return new MembershipPeriod(open.member(), open.joined(), left, open.visibleFrom(), open.role());
                })
                .sorted(Comparator.comparingLong(MembershipPeriod::joined)
                        .thenComparing(stay -> stay.member().value()))
                .toList();
    }

    /** The people who are told of the event at a sequence, including those who join or leave with it. */
    public Set<UserId> audienceAt(long sequence) {
        return sequence > lastChange
                ? present
                : all.stream()
                        .filter(stay -> stay.covers(sequence))
                        .map(MembershipPeriod::member)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The sequences that someone may read. Former members read nothing. */
    public VisibleSequences visibleTo(UserId reader) {
        // If groups ever let former members keep reading, their closed periods have to be kept here.
        return present.contains(reader)
                ? VisibleSequences.union(of(reader)
                        .map(stay -> new SequenceRange(stay.visibleFrom(), stay.last()))
                        .toList())
                : VisibleSequences.NONE;
    }

    /** Whether what is said about an earlier event of the conversation may be told to a member. */
    public boolean seesWhatIsAbout(@Nullable Long about, UserId member) {
        return about == null || of(member).anyMatch(stay -> stay.visibleFrom() <= about && about <= stay.last());
    }

    /**
     * The sequences that someone who has everything before a sequence still has to be told: of a continuing period, the
     * rest; of a period that was opened since, everything they may read; in both cases up to the event that closed it.
     */
    public VisibleSequences missedBy(UserId member, long from) {
        return VisibleSequences.union(of(member)
                .filter(stay -> stay.last() >= from)
                .map(stay -> new SequenceRange(
                        stay.joined() >= from ? stay.visibleFrom() : Math.max(from, stay.visibleFrom()), stay.last()))
                .toList());
    }

    /** The present role of someone; empty if they are not a member. */
    public Optional<MemberRole> roleOf(UserId member) {
        return of(member)
                .filter(MembershipPeriod::isPresent)
                .map(MembershipPeriod::role)
                .findFirst();
    }

    /** Where someone came who has been a member without interruption since; another role is none. -1 if they are not a member. */
    public long memberSince(UserId member) {
        long since = -1;
        long last = -1;
        for (MembershipPeriod stay : of(member).toList()) {
            since = since >= 0 && stay.joined() == last ? since : stay.joined();
            last = stay.last();
        }
        return present.contains(member) ? since : -1;
    }

    private Stream<MembershipPeriod> of(UserId member) {
        return all.stream().filter(stay -> stay.member().equals(member));
    }

    /** The present members, as far as is known here. */
    public Set<UserId> present() {
        return present;
    }

    /** All periods, ordered by when they were opened. */
    @JsonValue
    public List<MembershipPeriod> all() {
        return all;
    }

    /** The sequence of the newest known change; -1 if none is known. */
    public long lastChange() {
        return lastChange;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MembershipHistory stays && opened.equals(stays.opened) && closed.equals(stays.closed);
    }

    @Override
    public int hashCode() {
        return 31 * opened.hashCode() + closed.hashCode();
    }

    @Override
    public String toString() {
        return all.toString();
    }
}
