package chat.parley.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionsTest {

    private static final UserId ALICE = UserId.of("01890a5d-ac96-774b-bcce-b302099a8057");

    /** As erasing might have been recorded at first. */
    record First(UserId person) implements Superseded {

        @Override
        public RecordedShape next() {
            return new Second(person, "unknown");
        }
    }

    /** And then. */
    record Second(UserId user, String reason) implements Superseded {

        @Override
        public RecordedShape next() {
            return new AccountErased(user);
        }
    }

    record Listed(String typeName, int revision, Class<? extends Superseded> shape) implements SupersededRevision {}

    @Test
    void whatWasWrittenTwoRevisionsAgoIsReadAsTheEventOfToday() {
        assertThat(new First(ALICE).current()).isEqualTo(new AccountErased(ALICE));
        assertThat(new Second(ALICE, "asked").current()).isEqualTo(new AccountErased(ALICE));
        assertThat(new AccountErased(ALICE).current()).isEqualTo(new AccountErased(ALICE));
    }

    @Test
    void supersededShapesAreInTheOrderOfTheirRevisions() {
        assertThat(Revisions.of(List.of(new Listed("a", 2, Second.class), new Listed("a", 1, First.class))))
                .containsEntry("a", List.of(First.class, Second.class));
    }

    @Test
    void aRevisionThatIsMissingOrThereTwiceIsNotStartedWith() {
        assertThatThrownBy(() -> Revisions.of(List.of(new Listed("a", 2, Second.class))))
                .hasMessage("revision 1 of a is missing or there twice");
        assertThatThrownBy(
                        () -> Revisions.of(List.of(new Listed("a", 1, First.class), new Listed("a", 1, Second.class))))
                .hasMessage("revision 2 of a is missing or there twice");
    }
}
