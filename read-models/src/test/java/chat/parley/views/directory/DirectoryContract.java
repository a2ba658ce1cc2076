package chat.parley.views.directory;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.UserId;
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

    private static final DirectoryEntry ALICE = entry("alice", "Alice Miller-Jones");
    private static final DirectoryEntry BOB = entry("bob_b", "Bob Ångström");
    private static final DirectoryEntry CAROL = entry("carol", "Carol Alison Miller");

    private static final UserDirectory.Known NOBODY = new UserDirectory.Known(Map.of(), Set.of());

    /** An empty one. */
    abstract UserDirectory directory();

    abstract DirectoryWriter writer();

    private static DirectoryEntry entry(String username, String displayName) {
        return new DirectoryEntry(new UserId(UUID.randomUUID()), username, displayName);
    }

    private void three() {
        writer().write(List.of(
                new DirectoryChange(1, ALICE), new DirectoryChange(2, BOB), new DirectoryChange(3, CAROL)));
    }

    private List<String> found(String query) {
        return directory().search(query, null, 50).entries().stream()
                .map(DirectoryEntry::username)
                .toList();
    }

    @Test
    void people_are_found_by_the_beginning_of_their_username_or_of_any_of_their_names() {
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
    void case_does_not_matter() {
        three();

        assertThat(found("ALICE")).containsExactly("alice");
        assertThat(found("ångs")).containsExactly("bob_b");
        assertThat(found("Ångs")).containsExactly("bob_b");
    }

    @Test
    void every_word_of_a_query_has_to_be_met() {
        three();

        assertThat(found("carol mil")).containsExactly("carol");
        assertThat(found("mil carol")).containsExactly("carol");
        assertThat(found("carol jones")).isEmpty();
    }

    @Test
    void signs_a_database_might_take_for_patterns_are_just_signs() {
        three();

        assertThat(found("%")).isEmpty();
        assertThat(found("_")).isEmpty();
        assertThat(found("bob%")).isEmpty();
        assertThat(found("'; --")).isEmpty();
    }

    @Test
    void a_query_without_a_word_finds_nobody() {
        three();

        assertThat(found("")).isEmpty();
        assertThat(found("   ")).isEmpty();
    }

    @Test
    void pages_follow_each_other_without_gap_or_overlap() {
        List<DirectoryChange> changes = IntStream.range(0, 25)
                .mapToObj(i -> new DirectoryChange(i + 1, entry("user%02d".formatted(i), "Someone")))
                .toList();
        writer().write(changes);

        List<String> all = new ArrayList<>();
        @Nullable String after = null;
        do {
            DirectoryPage page = directory().search("user", after, 10);
            assertThat(page.entries()).hasSizeLessThanOrEqualTo(10);
            page.entries().forEach(entry -> all.add(entry.username()));
            after = page.next();
        } while (after != null);

        assertThat(all)
                .containsExactlyElementsOf(changes.stream()
                        .map(change -> change.entry().username())
                        .toList());
    }

    @Test
    void a_full_last_page_names_no_next() {
        three();

        assertThat(directory().search("mill", null, 2).next()).isNull();
    }

    @Test
    void people_are_known_by_username_and_by_id() {
        three();

        assertThat(directory().byUsername("alice")).contains(ALICE);
        assertThat(directory().byUsername("ali")).isEmpty();
        assertThat(directory().byIds(List.of(BOB.user(), CAROL.user(), new UserId(UUID.randomUUID()))))
                .isEqualTo(new UserDirectory.Known(Map.of(BOB.user(), BOB, CAROL.user(), CAROL), Set.of()));
        assertThat(directory().byIds(List.of())).isEqualTo(NOBODY);
    }

    @Test
    void who_was_erased_is_known_as_that_and_found_by_no_name() {
        three();

        writer().forget(ALICE.user(), 9);

        assertThat(found("alice")).isEmpty();
        assertThat(found("mill")).containsExactly("carol");
        assertThat(directory().byUsername("alice")).isEmpty();
        assertThat(directory().byIds(List.of(ALICE.user(), BOB.user())))
                .isEqualTo(new UserDirectory.Known(Map.of(BOB.user(), BOB), Set.of(ALICE.user())));
    }

    @Test
    void names_that_come_after_their_erasure_are_not_taken_in() {
        writer().forget(ALICE.user(), 9);
        writer().write(List.of(new DirectoryChange(1, ALICE)));
        writer().forget(ALICE.user(), 9);

        assertThat(found("alice")).isEmpty();
        assertThat(directory().byIds(List.of(ALICE.user())).erased()).containsExactly(ALICE.user());
    }

    @Test
    void a_newer_entry_replaces_an_older_one_and_its_old_names_find_nobody() {
        three();

        writer().write(List.of(new DirectoryChange(9, new DirectoryEntry(ALICE.user(), "alice", "Alice Smith"))));

        assertThat(found("jones")).isEmpty();
        assertThat(found("smith")).containsExactly("alice");
    }

    @RepeatedTest(5)
    void redelivery_and_reordering_leave_the_same_entries() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<DirectoryChange> changes = new ArrayList<>();
        for (int position = 1; position <= 40; position++) {
            DirectoryEntry who = List.of(ALICE, BOB, CAROL).get(random.nextInt(3));
            changes.add(new DirectoryChange(
                    position, new DirectoryEntry(who.user(), who.username(), "Name%d Of".formatted(position))));
        }
        writer().write(changes);
        List<DirectoryEntry> inOrder = directory().search("of", null, 50).entries();

        List<DirectoryChange> again = new ArrayList<>(changes);
        again.addAll(changes.subList(0, 20));
        Collections.shuffle(again, random);
        empty();
        again.forEach(change -> writer().write(List.of(change)));

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
