package chat.parley.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import chat.parley.command.account.avatar.ChangeAvatar;
import chat.parley.command.account.contact.ChangeContact;
import chat.parley.command.account.hold.LiftLegalHold;
import chat.parley.command.account.hold.PlaceLegalHold;
import chat.parley.command.account.privacy.ChangePrivacy;
import chat.parley.command.account.profile.ChangeProfile;
import chat.parley.command.account.register.RegisterAccount;
import chat.parley.command.account.status.ChangeStatus;
import chat.parley.command.account.suspension.LiftSuspension;
import chat.parley.command.account.suspension.SuspendAccount;
import chat.parley.command.erasure.EraseAccount;
import chat.parley.events.AccountErased;
import chat.parley.events.AccountEvent;
import chat.parley.events.AccountRegistered;
import chat.parley.events.AccountSuspended;
import chat.parley.events.Allowed;
import chat.parley.events.AvatarChanged;
import chat.parley.events.ContactChanged;
import chat.parley.events.Findable;
import chat.parley.events.LegalHoldLifted;
import chat.parley.events.LegalHoldPlaced;
import chat.parley.events.PrivacyChanged;
import chat.parley.events.ProfileChanged;
import chat.parley.events.StatusChanged;
import chat.parley.events.StreamId;
import chat.parley.events.SuspensionLifted;
import chat.parley.events.UploadId;
import chat.parley.events.Visibility;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * One person's account. The log's guard table keeps usernames unique; passwords are not part of the aggregate. Commands for
 * an unregistered account are refused. Repeating a hold, a suspension, their end or an erasure records
 * nothing; whether a profile is the same as before is not known here, because content is not.
 */
final class Account {

    @AggregateIdentifier
    private @Nullable StreamId stream;

    private Findable findable = Findable.BY_NAME;
    private Allowed writes = Allowed.EVERYONE;
    private Allowed adds = Allowed.EVERYONE;
    private @Nullable UploadId avatar;
    private Visibility visibility = Visibility.EVERYONE;
    private boolean held;
    private boolean suspended;
    private boolean erased;

    Account() {}

    @CommandHandler
    Account(RegisterAccount command) {
        apply(new AccountRegistered(command.account(), command.details()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ChangeProfile command) {
        requireNotErased();
        apply(new ProfileChanged(command.account(), command.profile()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ChangeContact command) {
        requireNotErased();
        apply(new ContactChanged(command.account(), command.contact()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ChangePrivacy command) {
        requireNotErased();
        PrivacyChanged chosen = new PrivacyChanged(
                command.account(),
                command.findable(),
                command.writes() == null ? writes : command.writes(),
                command.adds() == null ? adds : command.adds(),
                command.visibility() == null ? visibility : command.visibility());
        if (chosen.findable() != findable
                || chosen.writes() != writes
                || chosen.adds() != adds
                || !visibility.equals(chosen.visibility())) {
            apply(chosen);
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ChangeStatus command) {
        requireNotErased();
        apply(new StatusChanged(command.account(), command.status()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ChangeAvatar command) {
        requireNotErased();
        if (!Objects.equals(avatar, command.avatar())) {
            apply(new AvatarChanged(command.account(), command.avatar()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PlaceLegalHold command) {
        requireNotErased();
        if (!held) {
            apply(new LegalHoldPlaced(command.account()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LiftLegalHold command) {
        requireRegistered();
        if (held) {
            apply(new LegalHoldLifted(command.account()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SuspendAccount command) {
        requireNotErased();
        if (!suspended) {
            apply(new AccountSuspended(command.account()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LiftSuspension command) {
        requireNotErased();
        if (suspended) {
            apply(new SuspensionLifted(command.account()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EraseAccount command) {
        requireRegistered();
        if (held) {
            throw new Refused(Reason.LEGAL_HOLD);
        }
        if (!erased) {
            apply(new AccountErased(command.account()));
        }
    }

    @EventSourcingHandler
    void on(AccountEvent event) {
        stream = event.stream();
        switch (event) {
            case AccountRegistered _, ProfileChanged _, ContactChanged _, StatusChanged _ -> {
                // What they say is content, which no decision may depend on.
            }
            case PrivacyChanged changed -> {
                findable = changed.findable();
                writes = Allowed.orEveryone(changed.writes());
                adds = Allowed.orEveryone(changed.adds());
                visibility = Visibility.orEveryone(changed.visibility());
            }
            case AvatarChanged changed -> avatar = changed.avatar();
            case LegalHoldPlaced _ -> held = true;
            case LegalHoldLifted _ -> held = false;
            case AccountSuspended _ -> suspended = true;
            case SuspensionLifted _ -> suspended = false;
            case AccountErased _ -> erased = true;
        }
    }

    private void requireNotErased() {
        requireRegistered();
        if (erased) {
            throw new Refused(Reason.ACCOUNT_ERASED);
        }
    }

    private void requireRegistered() {
        if (stream == null) {
            throw new Refused(Reason.ACCOUNT_UNKNOWN);
        }
    }
}
