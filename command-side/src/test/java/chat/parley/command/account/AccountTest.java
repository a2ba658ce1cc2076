package chat.parley.command.account;

import chat.parley.command.account.avatar.ChangeAvatar;
import chat.parley.command.account.contact.ChangeContact;
import chat.parley.command.account.hold.LiftLegalHold;
import chat.parley.command.account.hold.PlaceLegalHold;
import chat.parley.command.account.privacy.ChangePrivacy;
import chat.parley.command.account.profile.ChangeProfile;
import chat.parley.command.account.register.RegisterAccount;
import chat.parley.command.account.suspension.LiftSuspension;
import chat.parley.command.account.suspension.SuspendAccount;
import chat.parley.command.erasure.EraseAccount;
import chat.parley.events.AccountDetails;
import chat.parley.events.AccountErased;
import chat.parley.events.AccountRegistered;
import chat.parley.events.AccountSuspended;
import chat.parley.events.Allowed;
import chat.parley.events.AvatarChanged;
import chat.parley.events.ContactChanged;
import chat.parley.events.ContactDetails;
import chat.parley.events.Findable;
import chat.parley.events.LegalHoldLifted;
import chat.parley.events.LegalHoldPlaced;
import chat.parley.events.PrivacyChanged;
import chat.parley.events.ProfileChanged;
import chat.parley.events.ProfileDetails;
import chat.parley.events.SuspensionLifted;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import chat.parley.events.Visibility;
import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final UserId ALICE = new UserId(new UUID(0, 0xA));
    private static final AccountDetails DETAILS = new AccountDetails("alice", "Alice", "alice@example.org", null);
    private static final ContactDetails CONTACT = new ContactDetails("alice@example.net", "+4915112345678");
    private static final AccountRegistered REGISTERED = new AccountRegistered(ALICE, DETAILS);
    private static final LegalHoldPlaced HELD = new LegalHoldPlaced(ALICE);
    private static final LegalHoldLifted LIFTED = new LegalHoldLifted(ALICE);
    private static final AccountErased ERASED = new AccountErased(ALICE);

    private final AggregateTestFixture<Account> fixture = new AggregateTestFixture<>(Account.class);

    @Test
    void registeringRecordsWhatThePersonTold() {
        fixture.givenNoPriorActivity().when(new RegisterAccount(ALICE, DETAILS)).expectEvents(REGISTERED);
    }

    @Test
    void aProfileIsChangedAsAWholeAndOnce() {
        ProfileDetails profile = new ProfileDetails("alicia", "Alicia", "New here");
        ProfileChanged changed = new ProfileChanged(ALICE, profile);
        fixture.given(REGISTERED).when(new ChangeProfile(ALICE, profile)).expectEvents(changed);
    }

    @Test
    void addressAndNumberAreChangedTogetherAndOnce() {
        ContactChanged changed = new ContactChanged(ALICE, CONTACT);
        fixture.given(REGISTERED).when(new ChangeContact(ALICE, CONTACT)).expectEvents(changed);
    }

    @Test
    void aPictureIsChosenAndRemovedOnce() {
        UploadId picture = new UploadId(new UUID(0, 1));
        AvatarChanged chosen = new AvatarChanged(ALICE, picture);
        AvatarChanged removed = new AvatarChanged(ALICE, null);
        fixture.given(REGISTERED).when(new ChangeAvatar(ALICE, picture)).expectEvents(chosen);
        nothing(fixture.given(REGISTERED, chosen).when(new ChangeAvatar(ALICE, picture)));
        fixture.given(REGISTERED, chosen).when(new ChangeAvatar(ALICE, null)).expectEvents(removed);
        nothing(fixture.given(REGISTERED, chosen, removed).when(new ChangeAvatar(ALICE, null)));
        refused(fixture.given(REGISTERED, ERASED).when(new ChangeAvatar(ALICE, null)), Reason.ACCOUNT_ERASED);
        refused(fixture.givenNoPriorActivity().when(new ChangeAvatar(ALICE, null)), Reason.ACCOUNT_UNKNOWN);
    }

    @Test
    void byWhatSomeoneIsFoundIsChangedOnce() {
        PrivacyChanged changed = new PrivacyChanged(
                ALICE, Findable.BY_USERNAME, Allowed.EVERYONE, Allowed.EVERYONE, Visibility.EVERYONE);
        fixture.given(REGISTERED).when(found(Findable.BY_USERNAME)).expectEvents(changed);
        nothing(fixture.given(REGISTERED, changed).when(found(Findable.BY_USERNAME)));
        nothing(fixture.given(REGISTERED).when(found(Findable.BY_NAME)));
        refused(fixture.given(REGISTERED, ERASED).when(found(Findable.BY_NAME)), Reason.ACCOUNT_ERASED);
    }

    @Test
    void whoMayWriteAndAddIsChangedAndElseStaysAsItWas() {
        PrivacyChanged friends =
                new PrivacyChanged(ALICE, Findable.BY_NAME, Allowed.FRIENDS, Allowed.NOBODY, Visibility.EVERYONE);
        ChangePrivacy chosen = new ChangePrivacy(ALICE, Findable.BY_NAME, Allowed.FRIENDS, Allowed.NOBODY);
        fixture.given(REGISTERED).when(chosen).expectEvents(friends);
        nothing(fixture.given(REGISTERED, friends).when(chosen));
        nothing(fixture.given(REGISTERED, friends).when(found(Findable.BY_NAME)));
        fixture.given(REGISTERED, friends)
                .when(found(Findable.BY_NOTHING))
                .expectEvents(new PrivacyChanged(
                        ALICE, Findable.BY_NOTHING, Allowed.FRIENDS, Allowed.NOBODY, Visibility.EVERYONE));
        fixture.given(REGISTERED, new PrivacyChanged(ALICE, Findable.BY_USERNAME))
                .when(new ChangePrivacy(ALICE, Findable.BY_USERNAME, null, Allowed.FRIENDS))
                .expectEvents(new PrivacyChanged(
                        ALICE, Findable.BY_USERNAME, Allowed.EVERYONE, Allowed.FRIENDS, Visibility.EVERYONE));
    }

    @Test
    void whatSomeoneShowsIsChangedAndElseStaysAsItWas() {
        Visibility friends =
                new Visibility(Allowed.FRIENDS, Allowed.NOBODY, Allowed.FRIENDS, Allowed.EVERYONE, Allowed.NOBODY);
        ChangePrivacy chosen = new ChangePrivacy(ALICE, Findable.BY_NAME, null, null, friends);
        PrivacyChanged changed =
                new PrivacyChanged(ALICE, Findable.BY_NAME, Allowed.EVERYONE, Allowed.EVERYONE, friends);
        fixture.given(REGISTERED).when(chosen).expectEvents(changed);
        nothing(fixture.given(REGISTERED, changed).when(chosen));
        nothing(fixture.given(REGISTERED, changed).when(found(Findable.BY_NAME)));
        nothing(fixture.given(REGISTERED)
                .when(new ChangePrivacy(ALICE, Findable.BY_NAME, null, null, Visibility.EVERYONE)));
        fixture.given(REGISTERED, changed)
                .when(found(Findable.BY_NOTHING))
                .expectEvents(
                        new PrivacyChanged(ALICE, Findable.BY_NOTHING, Allowed.EVERYONE, Allowed.EVERYONE, friends));
    }

    private static ChangePrivacy found(Findable findable) {
        return new ChangePrivacy(ALICE, findable, null, null);
    }

    @Test
    void nothingIsChangedOfAnErasedPerson() {
        refused(
                fixture.given(REGISTERED, ERASED)
                        .when(new ChangeProfile(ALICE, new ProfileDetails("alice", "Alice", null))),
                Reason.ACCOUNT_ERASED);
        refused(fixture.given(REGISTERED, ERASED).when(new ChangeContact(ALICE, CONTACT)), Reason.ACCOUNT_ERASED);
        refused(fixture.givenNoPriorActivity().when(new ChangeContact(ALICE, CONTACT)), Reason.ACCOUNT_UNKNOWN);
    }

    @Test
    void aPersonIsErased() {
        fixture.given(REGISTERED).when(new EraseAccount(ALICE)).expectEvents(ERASED);
    }

    @Test
    void aPersonWhoseDetailsAreForgottenIsStillKnownToBeErased() {
        nothing(fixture.given(new AccountRegistered(ALICE, null), ERASED).when(new EraseAccount(ALICE)));
    }

    @Test
    void aPersonUnderLegalHoldIsNotErased() {
        refused(fixture.given(REGISTERED, HELD).when(new EraseAccount(ALICE)), Reason.LEGAL_HOLD);
    }

    @Test
    void aPersonIsErasedOnceTheHoldIsLifted() {
        fixture.given(REGISTERED, HELD, LIFTED).when(new EraseAccount(ALICE)).expectEvents(ERASED);
    }

    @Test
    void aHoldIsPlacedOnce() {
        fixture.given(REGISTERED).when(new PlaceLegalHold(ALICE)).expectEvents(HELD);
        nothing(fixture.given(REGISTERED, HELD).when(new PlaceLegalHold(ALICE)));
        fixture.given(REGISTERED, HELD, LIFTED).when(new PlaceLegalHold(ALICE)).expectEvents(HELD);
    }

    @Test
    void aHoldIsLiftedOnce() {
        fixture.given(REGISTERED, HELD).when(new LiftLegalHold(ALICE)).expectEvents(LIFTED);
        nothing(fixture.given(REGISTERED, HELD, LIFTED).when(new LiftLegalHold(ALICE)));
        nothing(fixture.given(REGISTERED).when(new LiftLegalHold(ALICE)));
    }

    @Test
    void anAccountIsSuspendedOnceAndThatIsLiftedOnce() {
        AccountSuspended suspended = new AccountSuspended(ALICE);
        SuspensionLifted lifted = new SuspensionLifted(ALICE);
        fixture.given(REGISTERED).when(new SuspendAccount(ALICE)).expectEvents(suspended);
        nothing(fixture.given(REGISTERED, suspended).when(new SuspendAccount(ALICE)));
        fixture.given(REGISTERED, suspended).when(new LiftSuspension(ALICE)).expectEvents(lifted);
        nothing(fixture.given(REGISTERED, suspended, lifted).when(new LiftSuspension(ALICE)));
        fixture.given(REGISTERED, suspended, lifted)
                .when(new SuspendAccount(ALICE))
                .expectEvents(suspended);
        refused(fixture.given(REGISTERED, ERASED).when(new SuspendAccount(ALICE)), Reason.ACCOUNT_ERASED);
        refused(fixture.given(REGISTERED, ERASED).when(new LiftSuspension(ALICE)), Reason.ACCOUNT_ERASED);
        refused(fixture.givenNoPriorActivity().when(new SuspendAccount(ALICE)), Reason.ACCOUNT_UNKNOWN);
        refused(fixture.givenNoPriorActivity().when(new LiftSuspension(ALICE)), Reason.ACCOUNT_UNKNOWN);
    }

    @Test
    void thereIsNothingLeftToHoldOfAnErasedPerson() {
        refused(fixture.given(REGISTERED, ERASED).when(new PlaceLegalHold(ALICE)), Reason.ACCOUNT_ERASED);
        nothing(fixture.given(REGISTERED, ERASED).when(new LiftLegalHold(ALICE)));
    }

    @Test
    void nothingIsDecidedAboutSomeoneThereNeverWas() {
        refused(fixture.givenNoPriorActivity().when(new EraseAccount(ALICE)), Reason.ACCOUNT_UNKNOWN);
        refused(fixture.givenNoPriorActivity().when(new PlaceLegalHold(ALICE)), Reason.ACCOUNT_UNKNOWN);
        refused(fixture.givenNoPriorActivity().when(new LiftLegalHold(ALICE)), Reason.ACCOUNT_UNKNOWN);
    }

    private static void nothing(ResultValidator<Account> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }

    private static void refused(ResultValidator<Account> result, Reason reason) {
        result.expectException(Refused.class)
                .expectExceptionMessage(reason.sentence())
                .expectNoEvents();
    }
}
