package chat.parley.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event of the people someone blocks. Nobody but the one who blocks is told; whom it is about is content of theirs. */
public sealed interface BlocksEvent extends ParleyEvent, Personal, CarriesContent, Skippable
        permits PersonBlocked, PersonUnblocked {

    /** Who blocks. */
    UserId blocker();

    @Override
    @Nullable
    BlockedPerson content();

    @Override
    default StreamId stream() {
        return StreamId.blocks(blocker());
    }

    @Override
    default Owner owner() {
        return new Owner.Person(blocker());
    }

    @Override
    default List<UserId> people() {
        return List.of(blocker());
    }
}
