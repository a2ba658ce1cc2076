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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the stays in one conversation, and the answers that follow: who is told of the event at a sequence, and which
 * sequences someone may read. Whoever delivers, shows or counts anything of a conversation asks here.
 *
 * <p>What is known are facts, stays that were opened and stays that were closed, and a fact is only ever added. So knowledge from
 * several sources is merged in any order, and however often, with the same result.
 */
public final class Stays {

    public static final Stays NONE = new Stays(Set.of(), Set.of());

    private record Opened(UserId member, long joined, long visibleFrom, MemberRole role) {}

    private record Closed(UserId member, long left) {}

    private final Set<Opened> opened;
    private final Set<Closed> closed;
    private final List<Stay> all;
    private final Set<UserId> present;
    private final long lastChange;

    private Stays(Set<Opened> opened, Set<Closed> closed) {
        this.opened = opened;
        this.closed = closed;
        this.all = all(opened, closed);
        this.present = all.stream().filter(Stay::isPresent).map(Stay::member).collect(Collectors.toUnmodifiableSet());
        this.lastChange = Math.max(
                opened.stream().mapToLong(Opened::joined).max().orElse(-1),
                closed.stream().mapToLong(Closed::left).max().orElse(-1));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Stays of(Collection<Stay> stays) {
        Set<Opened> opened = new HashSet<>();
        Set<Closed> closed = new HashSet<>();
        for (Stay stay : stays) {
            opened.add(new Opened(stay.member(), stay.joined(), stay.visibleFrom(), stay.role()));
            if (stay.left() != null) {
                closed.add(new Closed(stay.member(), stay.left()));
            }
        }
        return new Stays(opened, closed);
    }

    /** What an event of the conversation says of them. */
    public static Stays told(Facets facets, long sequence) {
        if (!facets.changesMembership()) {
            return NONE;
        }
        return new Stays(
                facets.joins().stream().map(joined -> opened(joined, sequence)).collect(Collectors.toUnmodifiableSet()),
                facets.leaves().stream()
                        .map(member -> new Closed(member, sequence))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Opened opened(Joined joined, long sequence) {
        Long visibleFrom = joined.visibleFrom();
        return new Opened(joined.member(), sequence, visibleFrom == null ? sequence : visibleFrom, joined.role());
    }

    /** What is known here or there. */
    public Stays and(Stays other) {
        if (opened.containsAll(other.opened) && closed.containsAll(other.closed)) {
            return this;
        }
        return new Stays(union(opened, other.opened), union(closed, other.closed));
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> both = new HashSet<>(one);
        both.addAll(other);
        return Set.copyOf(both);
    }

    /** A member's next leave closes a stay; an event that both closes and opens one of theirs closes the one before. */
    private static List<Stay> all(Set<Opened> opened, Set<Closed> closed) {
        Map<UserId, NavigableSet<Long>> leaves = new HashMap<>();
        closed.forEach(close ->
                leaves.computeIfAbsent(close.member(), _ -> new TreeSet<>()).add(close.left()));
        return opened.stream()
                .map(open -> {
                    NavigableSet<Long> ofMember = leaves.get(open.member());
                    @Nullable Long left = ofMember == null ? null : ofMember.higher(open.joined());
                    return new Stay(open.member(), open.joined(), left, open.visibleFrom(), open.role());
                })
                .sorted(Comparator.comparingLong(Stay::joined)
                        .thenComparing(stay -> stay.member().value()))
                .toList();
    }

    /** Everyone who is told of the event at a sequence as it happens: whoever it lets in, and whoever it lets out. */
    public Set<UserId> audienceAt(long sequence) {
        return sequence > lastChange
                ? present
                : all.stream()
                        .filter(stay -> stay.covers(sequence))
                        .map(Stay::member)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** What of the conversation's history someone may read. Former members read nothing. */
    public VisibleSequences visibleTo(UserId reader) {
        // Where a group lets former members keep what they could read, the stays that were closed under that setting
        // stay here.
        return present.contains(reader)
                ? VisibleSequences.union(of(reader)
                        .map(stay -> new SequenceRange(stay.visibleFrom(), stay.last()))
                        .toList())
                : VisibleSequences.NONE;
    }

    /**
     * What someone who holds what they were told before a sequence has still to be told: of a stay that goes on, the rest; of one
     * that was opened since, all they may read; and no more than up to the event that let them out.
     */
    public VisibleSequences missedBy(UserId member, long from) {
        return VisibleSequences.union(of(member)
                .filter(stay -> stay.last() >= from)
                .map(stay -> new SequenceRange(
                        stay.joined() >= from ? stay.visibleFrom() : Math.max(from, stay.visibleFrom()), stay.last()))
                .toList());
    }

    private Stream<Stay> of(UserId member) {
        return all.stream().filter(stay -> stay.member().equals(member));
    }

    /** Who is a member now, as far as is known here. */
    public Set<UserId> present() {
        return present;
    }

    /** In the order in which they were opened. */
    @JsonValue
    public List<Stay> all() {
        return all;
    }

    /** The sequence of the newest fact, -1 where none is known. */
    public long lastChange() {
        return lastChange;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stays stays && opened.equals(stays.opened) && closed.equals(stays.closed);
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
