package chat.parley.views.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import chat.parley.events.Findable;
import chat.parley.events.StatusDetails;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What {@link UserDirectory} and {@link DirectoryWriter} do: one shows what the other wrote. */
abstract class DirectoryContract {

    private static final DirectoryEntry ALICE = entry(1, "alice", "Alice Miller-Jones");
    private static final DirectoryEntry BOB = entry(2, "bob_b", "Bob Ångström");
    private static final DirectoryEntry CAROL = entry(3, "carol", "Carol Alison Miller");

    private static final UserDirectory.Known NOBODY = new UserDirectory.Known(Map.of(), Set.of());

    /** An empty one. */
    abstract UserDirectory directory();

    abstract DirectoryWriter writer();

    static DirectoryEntry entry(long position, String username, String displayName) {
        return new DirectoryEntry(new UserId(UUID.randomUUID()), username, displayName, null, null, position);
    }

    private static DirectoryEntry renamed(DirectoryEntry person, long position, String displayName) {
        return new DirectoryEntry(person.user(), person.username(), displayName, "About me", null, position);
    }

    private void three() {
        writer().write(List.of(ALICE, BOB, CAROL));
    }

    private List<String> found(String query) {
        return directory().search(query, null, 50).entries().stream()
                .map(DirectoryEntry::username)
                .toList();
    }

    @Test
    void peopleAreFoundByTheBeginningOfTheirUsernameOrOfAnyOfTheirNames() {
        three();

        assertThat(found("ali")).containsExactly("alice", "carol");
        assertThat(found("mill")).containsExactly("alice", "carol");
        assertThat(found("jones")).containsExactly("alice");
        assertThat(found("miller-j")).containsExactly("alice");
        assertThat(found("bob_")).containsExactly("bob_b");
        assertThat(found("iller")).isEmpty();
        assertThat(found("alicee")).isEmpty();
    }

    @Test
    void caseDoesNotMatter() {
        three();

        assertThat(found("ALICE")).containsExactly("alice");
        assertThat(found("ångs")).containsExactly("bob_b");
        assertThat(found("Ångs")).containsExactly("bob_b");
    }

    @Test
    void everyWordOfAQueryHasToBeMet() {
        three();

        assertThat(found("carol mil")).containsExactly("carol");
        assertThat(found("mil carol")).containsExactly("carol");
        assertThat(found("carol jones")).isEmpty();
    }

    @Test
    void signsADatabaseMightTakeForPatternsAreJustSigns() {
        three();

        assertThat(found("%")).isEmpty();
        assertThat(found("_")).isEmpty();
        assertThat(found("b%b")).isEmpty();
        assertThat(found("bob%")).as("punctuation around a word").isEqualTo(found("bob"));
        assertThat(found("'; --")).isEmpty();
    }

    @Test
    void aQueryWithoutAWordFindsNobody() {
        three();

        assertThat(found("")).isEmpty();
        assertThat(found("   ")).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrOverlap() {
        List<DirectoryEntry> entries = IntStream.range(0, 25)
                .mapToObj(i -> entry(i + 1, "user%02d".formatted(i), "Someone"))
                .toList();
        writer().write(List.copyOf(entries));

        List<String> all = new ArrayList<>();
        @Nullable String after = null;
        do {
            DirectoryPage page = directory().search("user", after, 10);
            assertThat(page.entries()).hasSizeLessThanOrEqualTo(10);
            page.entries().forEach(entry -> all.add(entry.username()));
            after = page.next();
        } while (after != null);

        assertThat(all)
                .containsExactlyElementsOf(
                        entries.stream().map(DirectoryEntry::username).toList());
    }

    @Test
    void aFullLastPageNamesNoNext() {
        three();

        assertThat(directory().search("mill", null, 2).next()).isNull();
    }

    @Test
    void peopleAreKnownByUsernameAndById() {
        three();

        assertThat(directory().byUsername("alice")).contains(ALICE);
        assertThat(directory().byUsername("ali")).isEmpty();
        assertThat(directory().byIds(List.of(BOB.user(), CAROL.user(), new UserId(UUID.randomUUID()))))
                .isEqualTo(new UserDirectory.Known(Map.of(BOB.user(), BOB, CAROL.user(), CAROL), Set.of()));
        assertThat(directory().byIds(List.of())).isEqualTo(NOBODY);
    }

    @Test
    void whoWasErasedIsKnownAsThatAndFoundByNoName() {
        three();

        writer().forget(ALICE.user(), 9);

        assertThat(found("alice")).isEmpty();
        assertThat(found("mill")).containsExactly("carol");
        assertThat(directory().byUsername("alice")).isEmpty();
        assertThat(directory().byIds(List.of(ALICE.user(), BOB.user())))
                .isEqualTo(new UserDirectory.Known(Map.of(BOB.user(), BOB), Set.of(ALICE.user())));
    }

    @Test
    void namesThatComeAfterTheirErasureAreNotTakenIn() {
        writer().forget(ALICE.user(), 9);
        writer().write(List.of(ALICE));
        writer().forget(ALICE.user(), 9);

        assertThat(found("alice")).isEmpty();
        assertThat(directory().byIds(List.of(ALICE.user())).erased()).containsExactly(ALICE.user());
    }

    @Test
    void aNewerEntryReplacesAnOlderOneAndItsOldNamesFindNobody() {
        three();

        writer().write(List.of(renamed(ALICE, 9, "Alice Smith")));

        assertThat(found("jones")).isEmpty();
        assertThat(found("smith")).containsExactly("alice");
    }

    @Test
    void whenSomeoneJoinedIsKnownWhicheverOfTheirEventsComesFirst() {
        Instant joined = Instant.parse("2026-01-02T03:04:05.678901Z");
        DirectoryEntry registered = new DirectoryEntry(ALICE.user(), "alice", "Alice", null, joined, 1);
        DirectoryEntry changed = new DirectoryEntry(ALICE.user(), "alicia", "Alicia", "New here", null, 5);
        DirectoryEntry both = new DirectoryEntry(ALICE.user(), "alicia", "Alicia", "New here", joined, 5);

        writer().write(List.of(registered, changed));
        assertThat(directory().byUsername("alicia")).contains(both);
        assertThat(directory().byUsername("alice")).isEmpty();
        empty();
        writer().write(List.of(changed, registered));
        assertThat(directory().byUsername("alicia")).contains(both);
        writer().forget(ALICE.user(), 9);
        writer().write(List.of(registered, changed));
        assertThat(directory().byIds(List.of(ALICE.user())).erased()).containsExactly(ALICE.user());
    }

    @Test
    void whoWishesSoIsFoundByTheirWholeUsernameOnlyOrByNothing() {
        three();
        writer().write(List.of(
                new FindableChange(ALICE.user(), Findable.BY_USERNAME, 5),
                new FindableChange(CAROL.user(), Findable.BY_NOTHING, 6)));

        assertThat(found("ali")).isEmpty();
        assertThat(found("miller")).isEmpty();
        assertThat(found("ALICE ")).containsExactly("alice");
        assertThat(found("carol")).isEmpty();
        assertThat(directory().byUsername("carol")).contains(CAROL);
        writer().write(List.of(
                new FindableChange(CAROL.user(), Findable.BY_NAME, 8),
                new FindableChange(CAROL.user(), Findable.BY_NOTHING, 7)));
        assertThat(found("mill")).containsExactly("carol");
    }

    @Test
    void whoIsSuspendedIsFoundByNobodyAndKnownToThoseWhoKnowThem() {
        writer().write(List.of(new SuspensionChange(ALICE.user(), true, 5)));
        three();
        assertThat(found("alice")).isEmpty();
        assertThat(directory().byUsername("alice")).contains(ALICE);
        writer().write(List.of(
                new SuspensionChange(ALICE.user(), false, 7), new SuspensionChange(ALICE.user(), true, 6)));
        assertThat(found("alice")).containsExactly("alice");
    }

    @Test
    void byWhatSomeoneIsFoundMayBeKnownBeforeTheirName() {
        writer().write(List.of(new FindableChange(ALICE.user(), Findable.BY_NOTHING, 5)));
        three();

        assertThat(found("alice")).isEmpty();
    }

    @Test
    void theNewestStatusIsKnownUntilItIsTakenBackOrItsPersonErased() {
        three();
        Instant end = Instant.parse("2026-08-01T18:00:00Z");
        StatusDetails sea = new StatusDetails("\uD83C\uDF34", "At the sea", end, null);
        StatusDetails quiet = new StatusDetails(null, null, null, end);
        writer().write(List.of(
                new StatusChange(ALICE.user(), sea, 6),
                new StatusChange(ALICE.user(), quiet, 5),
                new StatusChange(BOB.user(), quiet, 5)));
        List<UserId> both = List.of(ALICE.user(), BOB.user());
        assertThat(directory().statusesOf(both)).isEqualTo(Map.of(ALICE.user(), sea, BOB.user(), quiet));

        writer().write(List.of(new StatusChange(BOB.user(), new StatusDetails(null, null, null, null), 7)));
        writer().forget(ALICE.user(), 9);
        writer().write(List.of(new StatusChange(ALICE.user(), sea, 6)));
        assertThat(directory().statusesOf(both)).isEmpty();
    }

    @Test
    void theNewestPictureIsKnownUntilItIsRemovedOrItsPersonErased() {
        three();
        UploadId old = new UploadId(new UUID(0, 1));
        UploadId newest = new UploadId(new UUID(0, 2));
        writer().write(List.of(
                new AvatarChange(ALICE.user(), newest, 6),
                new AvatarChange(ALICE.user(), old, 5),
                new AvatarChange(BOB.user(), old, 5)));
        List<UserId> both = List.of(ALICE.user(), BOB.user());
        assertThat(directory().byIds(both).named().values())
                .extracting(DirectoryEntry::user, DirectoryEntry::avatar)
                .containsExactlyInAnyOrder(tuple(ALICE.user(), newest), tuple(BOB.user(), old));

        writer().write(List.of(new AvatarChange(BOB.user(), null, 7)));
        writer().forget(ALICE.user(), 9);
        writer().write(List.of(new AvatarChange(ALICE.user(), newest, 6)));
        assertThat(directory().byIds(both).named().values())
                .extracting(DirectoryEntry::user, DirectoryEntry::avatar)
                .containsExactly(tuple(BOB.user(), null));
    }

    @RepeatedTest(5)
    void redeliveryAndReorderingLeaveTheSameEntries() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<DirectoryEntry> changes = new ArrayList<>();
        for (int position = 1; position <= 40; position++) {
            DirectoryEntry who = List.of(ALICE, BOB, CAROL).get(random.nextInt(3));
            changes.add(renamed(who, position, "Name%d Of".formatted(position)));
        }
        writer().write(List.copyOf(changes));
        List<DirectoryEntry> inOrder = directory().search("of", null, 50).entries();

        List<DirectoryEntry> again = new ArrayList<>(changes);
        again.addAll(changes.subList(0, 20));
        Collections.shuffle(again, random);
        empty();
        again.forEach(entry -> writer().write(List.of(entry)));

        assertThat(directory().search("of", null, 50).entries())
                .as("seed %d", seed)
                .isEqualTo(inOrder);
        assertThat(inOrder)
                .as("seed %d", seed)
                .allSatisfy(entry -> assertThat(
                                found(SearchTerms.words(entry.displayName()).getFirst()))
                        .contains(entry.username()));
    }

    abstract void empty();
}
