package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an event is to everyone who need not know its type: who is told of it, which intervals of a conversation it opens or closes,
 * what it makes everyone forget. Events declare it by the interfaces they implement; it is written into the row's metadata and
 * travels with the envelope, so that a reader who does not know the type heeds it all the same.
 *
 * @param audience who is told
 * @param people the people told, where the audience is {@link Audience#PEOPLE}
 * @param number the conversation's number this event takes, or null
 * @param joins the intervals it opens in its conversation
 * @param leaves the members whose intervals it closes: it is the last event they may see
 * @param forgets the events of its own stream whose content it takes away
 * @param about the sequence of the event of its own stream it says something about, or null: what makes that one's content forgotten takes
 *     this one's away too, see {@link AboutMessage}
 * @param everyPartition whether it travels in every lane, see {@link ToEveryPartition}
 * @param skippable whether views may pass it by for good, see {@link Skippable}
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
        /** The members of the conversation the event's stream belongs to, as of the event. */
        MEMBERS,
        /** The devices of the named people. */
        PEOPLE,
        /** Everyone who shares a conversation with the person the event's stream belongs to. */
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
                event instanceof AboutMessage saying ? saying.target() : null,
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
        return audience == Audience.PEOPLE && people.contains(person);
    }

    public boolean changesMembership() {
        return !joins.isEmpty() || !leaves.isEmpty();
    }

    private static Audience audienceOf(ParleyEvent event) {
        return switch (event) {
            case ConversationEvent _ -> Audience.MEMBERS;
            case ReadCursorEvent cursor -> cursor.disclosed() ? Audience.MEMBERS : Audience.PEOPLE;
            case AccountErased _ -> Audience.PEERS;
            case AccountEvent account -> account instanceof Personal ? Audience.PEOPLE : Audience.NOBODY;
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
