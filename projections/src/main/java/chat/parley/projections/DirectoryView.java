package chat.parley.projections;

import chat.parley.distribution.ConsumerGroup;
import chat.parley.events.AccountDetails;
import chat.parley.events.AccountErased;
import chat.parley.events.AccountRegistered;
import chat.parley.events.AccountSuspended;
import chat.parley.events.AdmissionEvent;
import chat.parley.events.AvatarChanged;
import chat.parley.events.BlocksEvent;
import chat.parley.events.ContactChanged;
import chat.parley.events.ConversationEvent;
import chat.parley.events.Envelope;
import chat.parley.events.FriendshipEvent;
import chat.parley.events.LegalHoldLifted;
import chat.parley.events.LegalHoldPlaced;
import chat.parley.events.MessageRequestsEvent;
import chat.parley.events.PreferenceEvent;
import chat.parley.events.PrivacyChanged;
import chat.parley.events.ProfileChanged;
import chat.parley.events.ProfileDetails;
import chat.parley.events.ReadCursorEvent;
import chat.parley.events.ReportEvent;
import chat.parley.events.StatusChanged;
import chat.parley.events.StatusDetails;
import chat.parley.events.SuspensionLifted;
import chat.parley.events.UnknownEvent;
import chat.parley.events.UserId;
import chat.parley.log.StoredEvent;
import chat.parley.log.read.LogSlices;
import chat.parley.views.Checkpoint;
import chat.parley.views.directory.AvatarChange;
import chat.parley.views.directory.DirectoryChange;
import chat.parley.views.directory.DirectoryCheckpoints;
import chat.parley.views.directory.DirectoryEntry;
import chat.parley.views.directory.DirectoryWriter;
import chat.parley.views.directory.FindableChange;
import chat.parley.views.directory.StatusChange;
import chat.parley.views.directory.SuspensionChange;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The user directory. */
@Component
final class DirectoryView implements View {

    private final LogSlices log;
    private final DirectoryWriter writer;
    private final DirectoryCheckpoints checkpoints;

    DirectoryView(LogSlices log, DirectoryWriter writer) {
        this.log = log;
        this.writer = writer;
        this.checkpoints = writer.checkpoints();
    }

    @Override
    public ConsumerGroup group() {
        return ConsumerGroup.DIRECTORY;
    }

    @Override
    public List<StoredEvent> recorded(long position, int limit) {
        return log.readAccountsAfter(position, limit);
    }

    @Override
    public Checkpoint checkpoint(int queue) {
        return checkpoints.of(queue);
    }

    @Override
    public boolean lacks(Envelope event) {
        return View.isNewer(event);
    }

    @Override
    public void forget(UserId account, long position) {
        writer.forget(account, position);
    }

    @Override
    public void store(List<Envelope> events) {
        writer.write(changes(events));
    }

    @Override
    public void store(List<Envelope> events, int queue, Checkpoint reached) {
        writer.write(changes(events), queue, reached);
    }

    private static List<DirectoryChange> changes(List<Envelope> events) {
        return events.stream().flatMap(DirectoryView::change).toList();
    }

    private static Stream<DirectoryChange> change(Envelope it) {
        return switch (it.event()) {
            case AccountRegistered registered -> entry(it, registered);
            case ProfileChanged changed -> entry(it, changed);
            case PrivacyChanged changed ->
                Stream.of(new FindableChange(changed.account(), changed.findable(), it.position()));
            case StatusChanged changed -> status(it, changed);
            case AvatarChanged changed ->
                Stream.of(new AvatarChange(changed.account(), changed.avatar(), it.position()));
            case AccountSuspended suspended ->
                Stream.of(new SuspensionChange(suspended.account(), true, it.position()));
            case SuspensionLifted lifted -> Stream.of(new SuspensionChange(lifted.account(), false, it.position()));
            case AccountErased _, ContactChanged _, LegalHoldPlaced _, LegalHoldLifted _ -> Stream.empty();
            case BlocksEvent _,
                    PreferenceEvent _,
                    ConversationEvent _,
                    AdmissionEvent _,
                    ReportEvent _,
                    FriendshipEvent _,
                    MessageRequestsEvent _,
                    ReadCursorEvent _,
                    UnknownEvent _ -> Stream.empty();
        };
    }

    private static Stream<DirectoryChange> status(Envelope it, StatusChanged changed) {
        @Nullable StatusDetails status = changed.content();
        return status == null ? Stream.empty() : Stream.of(new StatusChange(changed.account(), status, it.position()));
    }

    /** A person whose details were erased is not added. */
    private static Stream<DirectoryChange> entry(Envelope it, AccountRegistered registered) {
        @Nullable AccountDetails details = registered.content();
        return details == null
                ? Stream.empty()
                : Stream.of(new DirectoryEntry(
                        registered.account(),
                        details.username(),
                        details.displayName(),
                        null,
                        it.recorded(),
                        it.position()));
    }

    private static Stream<DirectoryChange> entry(Envelope it, ProfileChanged changed) {
        @Nullable ProfileDetails profile = changed.content();
        return profile == null
                ? Stream.empty()
                : Stream.of(new DirectoryEntry(
                        changed.account(),
                        profile.username(),
                        profile.displayName(),
                        profile.about(),
                        null,
                        it.position()));
    }
}
