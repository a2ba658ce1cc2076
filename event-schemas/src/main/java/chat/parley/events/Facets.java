package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an event means to readers that do not know its type: who is told of it, whose membership it begins or ends, what
 * content it erases. Events declare it by the interfaces they implement. It is written into the row's metadata and published
 * with the envelope, so that readers observe it even for unknown types.
 *
 * @param audience who is told
 * @param people the people who are told, if the audience is {@link Audience#PEOPLE}, or besides {@link Audience#PEERS}
 * @param number the message number of the event in its conversation, or null
 * @param joins the members who join with it
 * @param leaves the members who leave with it: it is the last event they may see
 * @param forgets the events of its own stream whose content it erases
 * @param about the sequence of the event of its own stream that it annotates, or null: whatever erases that event's content
 *     erases this one's too, see {@link AnnotatesMessage}
 * @param everyPartition whether it is published to every partition, see {@link ToEveryPartition}
 * @param skippable whether views may skip it for good, see {@link Skippable}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Facets(
        Audience audience,
        List<UserId> people,
        @Nullable Long number,
        List<Joined> joins,
        List<UserId> leaves,
        List<SequenceRange> forgets,
        @Nullable Long about,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean everyPartition,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean skippable) {

    /** Who is told of an event, as it happens and on resume. */
    public enum Audience {
        /** Only readers of the log. */
        NOBODY,
        /** The members of the event's conversation, as of the event. */
        MEMBERS,
        /** The devices of the named people. */
        PEOPLE,
        /** Everyone who shares a conversation with the person of the event's stream. */
        PEERS;

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * An audience of a newer build is treated as the members, who count the event; outside conversations there are none.
         */
        @JsonCreator
        static Audience ofCode(String code) {
            for (Audience audience : values()) {
                if (audience.code().equals(code)) {
                    return audience;
                }
            }
            return MEMBERS;
        }
    }

    /** The facets of an event that concerns nobody. */
    public static final Facets NONE =
            new Facets(Audience.NOBODY, List.of(), null, List.of(), List.of(), List.of(), false);

    /** For an event that annotates no message and is not skippable. */
    public Facets(
            Audience audience,
            List<UserId> people,
            @Nullable Long number,
            List<Joined> joins,
            List<UserId> leaves,
            List<SequenceRange> forgets,
            boolean everyPartition) {
        this(audience, people, number, joins, leaves, forgets, null, everyPartition, false);
    }

    public Facets {
        people = List.copyOf(people);
        joins = List.copyOf(joins);
        leaves = List.copyOf(leaves);
        forgets = List.copyOf(forgets);
    }

    /** Fields absent in JSON have the values of {@link #NONE}. */
    @JsonCreator
    static Facets read(
            @JsonProperty("audience") @Nullable Audience audience,
            @JsonProperty("people") @Nullable List<UserId> people,
            @JsonProperty("number") @Nullable Long number,
            @JsonProperty("joins") @Nullable List<Joined> joins,
            @JsonProperty("leaves") @Nullable List<UserId> leaves,
            @JsonProperty("forgets") @Nullable List<SequenceRange> forgets,
            @JsonProperty("about") @Nullable Long about,
            @JsonProperty("everyPartition") @Nullable Boolean everyPartition,
            @JsonProperty("skippable") @Nullable Boolean skippable) {
        return new Facets(
                audience == null ? Audience.NOBODY : audience,
                orNone(people),
                number,
                orNone(joins),
                orNone(leaves),
                orNone(forgets),
                about,
                Boolean.TRUE.equals(everyPartition),
                Boolean.TRUE.equals(skippable));
    }

    public static Facets of(ParleyEvent event) {
        if (event instanceof UnknownEvent unknown) {
            return unknown.facets();
        }
        boolean changesMembership = event instanceof ChangesMembership;
        return new Facets(
                audienceOf(event),
                peopleOf(event),
                event instanceof Numbered numbered ? numbered.number() : null,
                changesMembership ? ((ChangesMembership) event).joins() : List.of(),
                changesMembership ? ((ChangesMembership) event).leaves() : List.of(),
                event instanceof ForgetsContent forgetting ? forgetting.forgets() : List.of(),
                event instanceof AnnotatesMessage saying ? saying.target() : null,
                event instanceof ToEveryPartition,
                event instanceof Skippable);
    }

    /** The facets assumed if an event's own cannot be read: the members of its conversation count it. */
    public static Facets ofUnknown(StreamId stream) {
        boolean told = stream.category().equals(StreamId.CONVERSATION);
        return told ? new Facets(Audience.MEMBERS, List.of(), null, List.of(), List.of(), List.of(), false) : NONE;
    }

    /** Whether the event concerns this person outside any conversation. */
    public boolean areFor(UserId person) {
        return (audience == Audience.PEOPLE || audience == Audience.PEERS) && people.contains(person);
    }

    public boolean changesMembership() {
        return !joins.isEmpty() || !leaves.isEmpty();
    }

    private static Audience audienceOf(ParleyEvent event) {
        return switch (event) {
            case ConversationEvent _ -> Audience.MEMBERS;
            case ReadCursorEvent cursor -> cursor.disclosed() ? Audience.MEMBERS : Audience.PEOPLE;
            case AccountEvent account when account instanceof ToPeers -> Audience.PEERS;
            case AccountEvent account -> account instanceof Personal ? Audience.PEOPLE : Audience.NOBODY;
            case AdmissionEvent _,
                    BlocksEvent _,
                    FriendshipEvent _,
                    MessageRequestsEvent _,
                    PreferenceEvent _,
                    ReportEvent _ -> Audience.PEOPLE;
            case UnknownEvent unknown -> unknown.facets().audience();
        };
    }

    private static List<UserId> peopleOf(ParleyEvent event) {
        if (event instanceof Personal personal) {
            return personal.people();
        }
        return event instanceof ReadCursorEvent cursor && !cursor.disclosed() ? List.of(cursor.member()) : List.of();
    }

    private static <T> List<T> orNone(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }
}
