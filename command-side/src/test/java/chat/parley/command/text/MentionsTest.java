package chat.parley.command.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.events.Mention;
import chat.parley.events.MessageContent;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MentionsTest {

    private static final UserId BOB = new UserId(new UUID(0, 0xB));

    @Test
    void mentionsAreKeptInTheOrderOfTheText() {
        MessageContent content = Mentions.content("@bob and \ud83d\ude00 @b", List.of(at(12, 2), at(0, 4)));
        assertThat(content.mentions()).containsExactly(at(0, 4), at(12, 2));
        assertThat(content.mentioned()).containsExactly(BOB);
        assertThat(Mentions.content("@bob", null)).isEqualTo(new MessageContent("@bob"));
    }

    @Test
    void whatIsNoPartOfTheTextOfItsOwnIsRefused() {
        for (List<Mention> wrong : List.of(
                List.of(at(0, 5)),
                List.of(at(-1, 3)),
                List.of(at(4, 1)),
                List.of(at(1, 3)),
                List.of(at(0, 1)),
                List.of(at(0, 0)),
                List.of(at(0, Integer.MAX_VALUE)),
                List.of(at(0, 4), at(0, 4)),
                List.of(at(0, 3), at(2, 2)))) {
            assertThatThrownBy(() -> Mentions.content("@bob", wrong))
                    .as("%s", wrong)
                    .hasMessage(Reason.MENTION_INVALID.sentence());
        }
        assertThatThrownBy(() -> Mentions.content("@\ud83d\ude00", List.of(at(0, 2))))
                .as("ends within a character")
                .hasMessage(Reason.MENTION_INVALID.sentence());
        List<Mention> many = IntStream.range(0, 51).mapToObj(i -> at(i * 2, 2)).toList();
        assertThatThrownBy(() -> Mentions.content("@b".repeat(51), many)).hasMessage(Reason.MENTION_INVALID.sentence());
    }

    private static Mention at(int from, int length) {
        return new Mention(BOB, from, length);
    }
}
