package chat.parley.gateway.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.parley.contracts.NewAttachment;
import chat.parley.events.ConversationId;
import chat.parley.events.LinkPreviewId;
import chat.parley.events.Mention;
import chat.parley.events.MessageId;
import chat.parley.events.UploadId;
import chat.parley.events.UserId;
import chat.parley.refusals.Reason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientFramesTest {

    private static final String CONVERSATION = "0190a5c0-0000-8000-8000-000000000001";
    private static final String MESSAGE = "0190a5c0-0000-7000-8000-000000000002";

    private static final String USER = "0190a5c0-0000-4000-8000-000000000003";

    @Test
    void everyFrameIsRead() throws UnreadableFrame {
        ConversationId conversation = ConversationId.of(CONVERSATION);
        assertThat(read("{'type':'resume','id':'1','cursor':'abc'}")).isEqualTo(new ClientFrame.Resume("1", "abc"));
        assertThat(read("{'type':'resume','cursor':null}")).isEqualTo(new ClientFrame.Resume(null, null));
        assertThat(read("{'type':'send','conversation':'C','message':'M','text':'hi'}"))
                .isEqualTo(new ClientFrame.Send(
                        null, conversation, MessageId.of(MESSAGE), "hi", null, null, null, null, null, null, null));
        assertThat(read(
                        "{'type':'send','conversation':'C','message':'M','text':'@u','mentions':[{'user':'U','from':0,'length':2}],"
                                + "'replyTo':3,'thread':2,'alsoInConversation':true,'forwarded':true,'link':'M','attachments':[{'upload':'M','name':'a.png','width':3,"
                                + "'height':2,'durationMs':5,'thumbhash':'abc','waveform':[0,31]}]}"))
                .isEqualTo(new ClientFrame.Send(
                        null,
                        conversation,
                        MessageId.of(MESSAGE),
                        "@u",
                        List.of(new Mention(UserId.of(USER), 0, 2)),
                        3L,
                        2L,
                        true,
                        true,
                        LinkPreviewId.of(MESSAGE),
                        List.of(new NewAttachment(UploadId.of(MESSAGE), "a.png", 3, 2, 5L, "abc", List.of(0, 31)))));
        assertThat(read("{'type':'received','upTo':{'C':3}}"))
                .isEqualTo(new ClientFrame.Received(null, Map.of(conversation, 3L)));
        assertThat(read("{'type':'read','upTo':{'C':3,'M':0}}"))
                .isEqualTo(new ClientFrame.Read(null, Map.of(conversation, 3L, ConversationId.of(MESSAGE), 0L)));
        assertThat(read("{'type':'focus','conversation':null}")).isEqualTo(new ClientFrame.Focus(null, null));
        assertThat(read("{'type':'focus','conversation':'C'}")).isEqualTo(new ClientFrame.Focus(null, conversation));
        assertThat(read("{'type':'watch','users':['U']}"))
                .isEqualTo(new ClientFrame.Watch(null, Set.of(UserId.of(USER))));
        assertThat(read("{'type':'watch','users':null}")).isEqualTo(new ClientFrame.Watch(null, null));
        assertThat(read("{'type':'ping','id':null}")).isEqualTo(new ClientFrame.Ping(null));
        assertThat(read("{'type':'typing','conversation':'C','on':true}"))
                .isEqualTo(new ClientFrame.Typing(null, conversation, true));
        assertThat(read("{'type':'ping','id':'x','more':[1]}")).isEqualTo(new ClientFrame.Ping("x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "{'type':'ping'} {}",
                "{'type':'ping','type':'ping'}",
                "{'type':1}",
                "{}",
                "{'type':'ping','id':7}",
                "{'type':'ping','id':'\\ud800'}",
                "{'type':'ping','id':'\\ude00\\ud83d'}"
            })
    void whatIsNoFrameIsMalformedAndAnswersNone(String text) {
        UnreadableFrame refused = catchThrowableOfType(UnreadableFrame.class, () -> read(text));
        assertThat(refused.refused().reason()).isEqualTo(Reason.MALFORMED);
        assertThat(refused.ref()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'send','id':'9','conversation':'C','message':'M'}",
                "{'type':'send','id':'9','conversation':'1-1-1-1-1','message':'M','text':'hi'}",
                "{'type':'send','id':'9','conversation':'C','message':'M','text':5}",
                "{'type':'read','id':'9','upTo':3}",
                "{'type':'read','id':'9','upTo':{}}",
                "{'type':'read','id':'9','upTo':{'x':3}}",
                "{'type':'read','id':'9','upTo':{'C':'3'}}",
                "{'type':'read','id':'9','upTo':{'C':3.5}}",
                "{'type':'read','id':'9','upTo':{'C':-1}}",
                "{'type':'read','id':'9','upTo':{'C':99999999999999999999}}",
                "{'type':'typing','id':'9','conversation':'C','on':'true'}",
                "{'type':'resume','id':'9','cursor':4}",
                "{'type':'watch','id':'9','users':'U'}",
                "{'type':'watch','id':'9','users':['U',null]}",
                "{'type':'watch','id':'9','users':[7]}",
                "{'type':'focus','id':'9','conversation':'0190A5C0-0000-8000-8000-000000000001'}",
                "{'type':'resume','id':'9','cursor':'\\ud800'}",
                "{'type':'\\udc00','id':'9'}",
                "{'type':'ping','id':'9','more':['\\udc00']}"
            })
    void aFrameWithAWrongFieldIsMalformedAndIsReferredTo(String text) {
        UnreadableFrame refused = catchThrowableOfType(UnreadableFrame.class, () -> read(text));
        assertThat(refused.refused().reason()).isEqualTo(Reason.MALFORMED);
        assertThat(refused.refused().fields()).hasSize(1);
        assertThat(refused.ref()).isEqualTo("9");
    }

    @Test
    void halfASurrogatePairInATextOrInTheNameOfAFieldIsRefused() {
        UnreadableFrame text = catchThrowableOfType(
                UnreadableFrame.class,
                () -> read("{'type':'send','id':'9','conversation':'C','message':'M','text':'a\\ud83d'}"));
        assertThat(text.refused().reason()).isEqualTo(Reason.TEXT_INVALID);
        assertThat(text.refused().fields().getFirst().field()).isEqualTo("text");
        assertThat(text.ref()).isEqualTo("9");
        UnreadableFrame name =
                catchThrowableOfType(UnreadableFrame.class, () -> read("{'type':'ping','id':'9','\\udc00':1}"));
        assertThat(name.refused().reason()).isEqualTo(Reason.MALFORMED);
        assertThat(name.refused().fields()).isEmpty();
    }

    @Test
    void aWholeSurrogatePairIsAsGoodEscapedAsPlain() throws UnreadableFrame {
        assertThat(read("{'type':'ping','id':'\\ud83d\\ude00'}"))
                .isEqualTo(read("{'type':'ping','id':'\ud83d\ude00'}"));
    }

    @Test
    void theFieldAndItsRuleAreNamed() {
        UnreadableFrame refused =
                catchThrowableOfType(UnreadableFrame.class, () -> read("{'type':'read','id':'9','upTo':{'C':1.9}}"));
        assertThat(refused.refused().fields().getFirst().field()).isEqualTo("upTo." + CONVERSATION);
        assertThat(refused.refused().sentence())
                .isEqualTo("The field upTo." + CONVERSATION
                        + " has to be a whole number of at least 0 and less than 2^63.");
    }

    @Test
    void watermarksOfAHundredConversationsAreReadAndNoMore() throws UnreadableFrame {
        assertThat(read(marks(100))).isInstanceOf(ClientFrame.Read.class);
        UnreadableFrame refused = catchThrowableOfType(UnreadableFrame.class, () -> read(marks(101)));
        assertThat(refused.refused().reason()).isEqualTo(Reason.MALFORMED);
    }

    private static String marks(int count) {
        return Stream.generate(() -> "'" + UUID.randomUUID() + "':1")
                .limit(count)
                .collect(Collectors.joining(",", "{'type':'read','upTo':{", "}}"));
    }

    @Test
    void anUnknownTypeIsCalledThat() {
        UnreadableFrame refused = catchThrowableOfType(UnreadableFrame.class, () -> read("{'type':'dance','id':'9'}"));
        assertThat(refused.refused().reason()).isEqualTo(Reason.UNKNOWN_FRAME);
        assertThat(refused.ref()).isEqualTo("9");
    }

    private static ClientFrame read(String text) throws UnreadableFrame {
        return ClientFrames.read(text.replace('\'', '"')
                .replace("\"C\"", '"' + CONVERSATION + '"')
                .replace("\"M\"", '"' + MESSAGE + '"')
                .replace("\"U\"", '"' + USER + '"'));
    }
}
