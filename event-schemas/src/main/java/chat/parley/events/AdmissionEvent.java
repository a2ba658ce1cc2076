package chat.parley.events;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event about somebody's coming into a group to which one side has still to agree: a member invites a person, or a person asks to
 * join. Who leads the group is told, and the person, unless they block who invited them: nobody else can tell the difference.
 */
public sealed interface AdmissionEvent extends ParleyEvent, Personal, Skippable
        permits AdmissionSought, AdmissionEnded {

    ConversationId conversation();

    /** Who is to come into the group. */
    UserId person();

    /** Who did it. */
    UserId by();

    /** Who else is told. */
    List<UserId> told();

    @Override
    default StreamId stream() {
        return StreamId.admission(conversation(), person());
    }

    /** Whether the person is not told. */
    @Nullable
    Boolean unheard();

    /** Without what says whether the person is told: as clients are sent it. */
    AdmissionEvent asSent();

    @Override
    default List<UserId> people() {
        boolean isUnheard = Boolean.TRUE.equals(unheard());
        return Stream.concat(Stream.of(person(), by()), told().stream())
                .distinct()
                .filter(each -> !isUnheard || !each.equals(person()))
                .toList();
    }
}
