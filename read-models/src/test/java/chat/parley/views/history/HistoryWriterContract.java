package chat.parley.views.history;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every {@link HistoryWriter} does: the same changes leave the same rows, however often and in whatever order. */
abstract class HistoryWriterContract {

    private static final ConversationId ANY = new ConversationId(new UUID(0, 0));
    private static final long FIRST_NUMBER = Buckets.SIZE - 15;

    abstract HistoryStores stores();

    @RepeatedTest(5)
    void redeliveryAndReorderingLeaveTheSameRows() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Talk inOrder = Talk.any();
        Talk shuffled = new Talk(Talk.any().id(), inOrder.alice(), inOrder.bob());
        stores().writer().write(history(inOrder, new Random(seed)));

        List<HistoryChange> again = history(shuffled, new Random(seed));
        again.addAll(again.subList(0, again.size() / 2));
        Collections.shuffle(again, random);
        for (int from = 0; from < again.size(); ) {
            int to = Math.min(again.size(), from + 1 + random.nextInt(12));
            stores().writer().write(again.subList(from, to));
            from = to;
        }

        assertThat(shown(shuffled)).as("seed %d", seed).isEqualTo(shown(inOrder));
    }

    @Test
    void theRowOfADeletionStaysInAMessagesPlaceEvenIfTheMessageComesAfterIt() {
        Talk talk = Talk.any();
        stores().writer().write(List.of(talk.deleted(9, 1, 2)));
        assertThat(stores().messages().after(talk.id(), 0, 10)).isEmpty();

        stores().writer().write(List.of(talk.wrote(8, talk.alice(), 1, "a secret")));

        SealedMessage gone = talk.gone(8, 1, 2);
        assertThat(stores().messages().after(talk.id(), 0, 10)).containsExactly(gone);
        assertThat(stores().messages().newest(Map.of(talk.id(), 1L))).containsEntry(talk.id(), gone);
    }

    @Test
    void whatAMemberSaidLastAboutAMessageStaysWhateverComesWhen() {
        Talk talk = Talk.any();
        HistoryChange.Said first = talk.said(5, talk.bob(), 1, "good");
        HistoryChange.Said last = talk.said(7, talk.bob(), 1, "better");
        HistoryChange.Said other = talk.said(6, talk.alice(), 1, "well");
        stores().writer().write(List.of(last, other));
        stores().writer().write(List.of(first));
        stores().writer().write(List.of(talk.wrote(4, talk.alice(), 1, "hello"), last, other));

        assertThat(stores().messages().about(talk.id(), List.of(1L)))
                .containsExactlyInAnyOrder(last.about(), other.about());
        assertThat(stores().heads().of(List.of(talk.id())).values())
                .allSatisfy(head -> assertThat(head.lastSequence()).isEqualTo(7));
    }

    @Test
    void withAMessageGoesWhatWasSaidAboutItEvenIfItComesAfterTheDeletion() {
        Talk talk = Talk.any();
        HistoryChange.Said before = talk.said(5, talk.bob(), 1, "good");
        HistoryChange.Said ofAnother = talk.said(6, talk.bob(), 2, "better");
        stores().writer().write(List.of(before, ofAnother));
        stores().writer().write(List.of(talk.deleted(9, 1, 9)));
        stores().writer().write(List.of(before, talk.said(8, talk.alice(), 1, "well")));

        assertThat(stores().messages().about(talk.id(), List.of(1L, 2L))).containsExactly(ofAnother.about());
    }

    @Test
    void moreChangesAtOnceThanAConnectionTakesAreAllStored() {
        Talk talk = Talk.any();
        List<HistoryChange> changes = new ArrayList<>();
        LongStream.rangeClosed(1, 2_000)
                .forEach(number -> changes.add(talk.wrote(number, talk.alice(), number, "message " + number)));

        stores().writer().write(changes);

        assertThat(stores().messages().after(talk.id(), 0, 3_000)).hasSize(2_000);
    }

    /** Two people write, delete, say something about messages, receive and read, across the end of a bucket; each number and watermark higher than before. */
    private static List<HistoryChange> history(Talk talk, Random random) {
        List<HistoryChange> changes = new ArrayList<>(List.of(talk.started(1)));
        List<SealedMessage> written = new ArrayList<>();
        long number = FIRST_NUMBER;
        long[] delivered = {FIRST_NUMBER, FIRST_NUMBER};
        long[] read = {FIRST_NUMBER, FIRST_NUMBER};
        for (long position = 2; position < 80; position++) {
            int who = random.nextInt(2);
            UserId member = who == 0 ? talk.alice() : talk.bob();
            switch (random.nextInt(5)) {
                case 0 -> {
                    HistoryChange.Written wrote = talk.wrote(position, member, ++number, "text at " + position);
                    written.add(wrote.message());
                    changes.add(wrote);
                }
                case 1 -> {
                    if (delivered[who] < number) {
                        delivered[who] += 1 + random.nextLong(number - delivered[who]);
                        changes.add(talk.delivered(position, member, delivered[who]));
                    }
                }
                case 2 -> {
                    if (read[who] < number) {
                        read[who] += 1 + random.nextLong(number - read[who]);
                        changes.add(talk.read(position, member, read[who]));
                    }
                }
                case 3 -> {
                    if (!written.isEmpty()) {
                        SealedMessage message = written.get(random.nextInt(written.size()));
                        changes.add(talk.deleted(position, message.number(), position));
                    }
                }
                case 4 -> {
                    if (!written.isEmpty()) {
                        SealedMessage message = written.get(random.nextInt(written.size()));
                        changes.add(talk.said(position, member, message.number(), "said at " + position));
                    }
                }
                default -> throw new AssertionError();
            }
        }
        return changes;
    }

    private record Shown(
            List<ConversationHead> heads,
            List<Watermarks> watermarks,
            List<SealedMessage> messages,
            Set<SealedAnnotation> about,
            List<Map<UserId, ReceiptTimes>> times) {}

    /** Everything a reader can see, as if it were of one conversation whichever it is. */
    private Shown shown(Talk talk) {
        List<UserId> members = List.of(talk.alice(), talk.bob());
        return new Shown(
                stores().heads().of(List.of(talk.id())).values().stream()
                        .map(head -> of(ANY, head))
                        .toList(),
                members.stream().map(member -> watermarks(talk, member)).toList(),
                stores().messages().after(talk.id(), 0, 1_000).stream()
                        .map(message -> of(ANY, message))
                        .toList(),
                stores()
                        .messages()
                        .about(
                                talk.id(),
                                LongStream.range(FIRST_NUMBER, FIRST_NUMBER + 80)
                                        .boxed()
                                        .toList())
                        .stream()
                        .map(it -> new SealedAnnotation(ANY, it.number(), it.type(), it.member(), it.at(), it.row()))
                        .collect(Collectors.toSet()),
                LongStream.range(FIRST_NUMBER, FIRST_NUMBER + 80)
                        .mapToObj(number -> stores().receipts().of(talk.id(), number, members))
                        .toList());
    }

    private Watermarks watermarks(Talk talk, UserId member) {
        Map<UserId, Watermarks> ofMembers = Objects.requireNonNull(
                stores().watermarks().of(Map.of(talk.id(), List.of(member))).get(talk.id()));
        return Objects.requireNonNull(ofMembers.get(member));
    }

    private static ConversationHead of(ConversationId id, ConversationHead head) {
        return new ConversationHead(
                id,
                head.kind(),
                head.named(),
                head.started(),
                head.lastSequence(),
                head.lastNumber(),
                head.lastMessageAt());
    }

    private static SealedMessage of(ConversationId id, SealedMessage it) {
        return new SealedMessage(id, it.number(), it.sequence(), it.at(), it.row());
    }
}
