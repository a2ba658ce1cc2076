package chat.parley.events;

import java.util.List;
import java.util.stream.Stream;

/**
 * An event about somebody's coming into a group to which one side has still to agree: a member invites a person, or a person asks to
 * join. Who leads the group is told, and the person.
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

    @Override
    default List<UserId> people() {
        return Stream.concat(Stream.of(person(), by()), told().stream())
                .distinct()
                .toList();
    }
}
