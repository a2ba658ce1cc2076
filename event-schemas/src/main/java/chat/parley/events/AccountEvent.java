package chat.parley.events;

/** What happens to one person's account. */
public sealed interface AccountEvent extends ParleyEvent
        permits AccountRegistered, AccountErased, LegalHoldPlaced, LegalHoldLifted {

    UserId account();

    @Override
    default StreamId stream() {
        return StreamId.account(account());
    }
}
