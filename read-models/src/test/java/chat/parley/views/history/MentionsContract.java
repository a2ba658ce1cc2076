package chat.parley.views.history;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every {@link Mentions} does. */
abstract class MentionsContract {

    private final Talk talk = Talk.any();

    abstract HistoryStores stores();

    private List<Long> of(UserId member, long behind, long upTo) {
        return stores()
                .mentions()
                .of(member, Map.of(talk.id(), new Mentions.Behind(behind, upTo)))
                .getOrDefault(talk.id(), List.of())
                .stream()
                .map(MentionedIn::number)
                .toList();
    }

    private void write(List<HistoryChange> changes) {
        stores().writer().write(changes);
    }

    @Test
    void aMemberIsMentionedInTheMessagesOfOthersBehindWhatTheyHaveRead() {
        write(List.of(
                talk.mentioned(2, 1, talk.alice(), talk.bob()),
                talk.mentioned(3, 2, talk.alice(), talk.bob(), talk.alice()),
                talk.mentioned(4, 3, talk.bob(), talk.bob()),
                talk.mentioned(5, 4, talk.alice(), talk.bob())));
        assertThat(of(talk.bob(), 0, 4)).containsExactly(1L, 2L, 4L);
        assertThat(of(talk.bob(), 1, 3)).containsExactly(2L);
        assertThat(of(talk.bob(), 4, 9)).isEmpty();
        assertThat(of(talk.alice(), 0, 4)).as("one's own").isEmpty();
    }

    @Test
    void whatMentionsEveryoneMentionsEachMemberButItsAuthor() {
        write(List.of(talk.mentioned(2, 1, talk.alice(), UserId.EVERYONE)));
        assertThat(of(talk.bob(), 0, 1)).containsExactly(1L);
        assertThat(of(talk.alice(), 0, 1)).isEmpty();
    }

    @Test
    void mentionsAreFoundAcrossTheBucketsOfALongConversation() {
        write(List.of(
                talk.mentioned(2, Buckets.SIZE - 1, talk.alice(), talk.bob()),
                talk.mentioned(3, Buckets.SIZE, talk.alice(), talk.bob())));
        assertThat(of(talk.bob(), 5, Buckets.SIZE)).containsExactly(Buckets.SIZE - 1, Buckets.SIZE);
    }

    @Test
    void editsAndDeletionsLeaveTheSameInWhateverOrderAndHoweverOftenTheyCome() {
        List<HistoryChange> story = new ArrayList<>(List.of(
                talk.wrote(2, talk.alice(), 1, "a"),
                talk.mentioned(2, 1, talk.alice(), talk.bob()),
                talk.wrote(3, talk.alice(), 2, "b"),
                talk.mentioned(3, 2, talk.alice(), talk.bob()),
                talk.wrote(4, talk.alice(), 3, "c"),
                talk.mentioned(4, 3, talk.alice(), talk.bob()),
                talk.mentioned(5, 1, talk.alice()),
                talk.mentioned(6, 1, talk.alice(), talk.bob()),
                talk.mentioned(7, 2, talk.alice()),
                talk.deleted(8, 3, 8)));
        for (int seed = 1; seed <= 5; seed++) {
            Collections.shuffle(story, new Random(seed));
            write(story);
            write(story.subList(0, 4));
            assertThat(of(talk.bob(), 0, 3)).as("seed %d", seed).containsExactly(1L);
        }
    }
}
