package chat.parley.events;

/** An event of one person's account. */
public sealed interface AccountEvent extends ParleyEvent
        permits AccountRegistered,
                ProfileChanged,
                ContactChanged,
                PrivacyChanged,
                StatusChanged,
                AvatarChanged,
                AccountErased,
                LegalHoldPlaced,
                LegalHoldLifted,
                AccountSuspended,
                SuspensionLifted {

    UserId account();

    @Override
    default StreamId stream() {
        return StreamId.account(account());
    }
}
