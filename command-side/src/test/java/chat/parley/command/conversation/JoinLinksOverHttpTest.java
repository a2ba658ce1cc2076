package chat.parley.command.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.testing.Api;
import chat.parley.command.testing.Api.Answer;
import chat.parley.command.testing.Api.Person;
import chat.parley.command.testing.CommandSideTest;
import chat.parley.events.ConversationId;
import chat.parley.events.MemberAdded;
import chat.parley.events.UserId;
import chat.parley.log.EventLog;
import chat.parley.log.guard.Memberships;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CommandSideTest
class JoinLinksOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    @Autowired
    private Memberships memberships;

    private Api api;
    private Person alice;
    private Person bob;
    private Person carol;
    private String group;

    @BeforeEach
    void aGroupOfTwo() {
        api = new Api(port);
        alice = api.register("alice");
        bob = api.register("bob");
        carol = api.register("carol");
        group = api.post(
                        "/api/conversations/groups",
                        alice.accessToken(),
                        "{\"name\":\"Tea party\",\"members\":[\"%s\"]}".formatted(bob.user()))
                .text("conversation");
    }

    private String links() {
        return "/api/conversations/" + group + "/links";
    }

    private Answer make(String json) {
        return api.post(links(), alice.accessToken(), json);
    }

    private Answer preview(String code) {
        return api.get("/api/join-links/" + code, null);
    }

    private Answer join(Person person, String code, String... headers) {
        return api.post("/api/join-links/" + code + "/members", person.accessToken(), "{}", headers);
    }

    private int members() {
        return memberships.sizeOf(ConversationId.of(group));
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
    }

    @Test
    void aLinkTellsAnyoneWhereItLeadsAndLetsThemIn() {
        Answer made = make("{\"uses\":2,\"days\":7}");
        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        String code = made.text("code");
        assertThat(preview(code).text("name")).isEqualTo("Tea party");
        assertThat(preview(code).number("members")).isEqualTo(2);
        api.put(
                "/api/conversations/" + group + "/details",
                alice.accessToken(),
                "{\"name\":\"Coffee\",\"about\":\"At five\"}");
        assertThat(preview(code).text("name")).isEqualTo("Coffee");
        assertThat(preview(code).text("about")).isEqualTo("At five");
        String[] key = {"Idempotency-Key", UUID.randomUUID().toString()};
        Answer joined = join(carol, code, key);
        assertThat(joined.text("conversation")).isEqualTo(group);
        assertThat(join(carol, code, key).body()).isEqualTo(joined.body());
        assertThat(join(carol, code).body()).isEqualTo(joined.body());
        assertThat(log.at(joined.number("position")).orElseThrow().event())
                .isInstanceOfSatisfying(
                        MemberAdded.class, added -> assertThat(added.member()).isEqualTo(UserId.of(carol.user())));
        assertThat(api.get(links(), alice.accessToken()).body().toString()).contains("\"used\":1");
    }

    @Test
    void whatALinkIsGoodForHasItsLimits() {
        refused(make("{\"uses\":0}"), 422, "join_link_invalid");
        refused(make("{\"uses\":1001}"), 422, "join_link_invalid");
        refused(make("{\"days\":366}"), 422, "join_link_invalid");
        assertThat(make("{}").status()).isEqualTo(201);
    }

    @Test
    void theSameRequestMakesOneLink() {
        String[] key = {"Idempotency-Key", UUID.randomUUID().toString()};
        Answer made = api.post(links(), alice.accessToken(), "{\"days\":1}", key);
        assertThat(api.post(links(), alice.accessToken(), "{\"days\":1}", key).body())
                .isEqualTo(made.body());
    }

    @Test
    void aRevokedLinkLeadsNowhereAndNeitherDoesOneThatWasNeverMade() {
        Answer made = make("{}");
        String code = made.text("code");
        refused(api.delete(links() + "/" + made.text("link"), bob.accessToken()), 403, "not_permitted");
        assertThat(api.delete(links() + "/" + made.text("link"), alice.accessToken())
                        .status())
                .isEqualTo(200);
        refused(preview(code), 410, "link_gone");
        refused(join(carol, code), 410, "link_gone");
        assertThat(api.get(links(), alice.accessToken()).body().toString()).contains("\"items\":[]");
        String guessed = (code.startsWith("A") ? "B" : "A") + code.substring(1);
        refused(preview(guessed), 410, "link_gone");
        refused(preview("nonsense"), 410, "link_gone");
    }

    @Test
    void theEventThatTellsOfALinkDoesNotLetAnybodyIn() {
        String link = make("{}").text("link");
        refused(preview(link), 410, "link_gone");
        assertThat(make("{}").text("code")).doesNotContain(link);
    }

    @Test
    void membersAndStrangersDoNotSeeTheLinks() {
        make("{}");
        refused(api.get(links(), bob.accessToken()), 403, "not_permitted");
        refused(api.get(links(), carol.accessToken()), 404, "conversation_unknown");
        refused(api.post(links(), bob.accessToken(), "{}"), 403, "not_permitted");
    }

    @Test
    void aClosedGroupIsJoinedByNobody() {
        String code = make("{}").text("code");
        api.put("/api/conversations/" + group + "/closed", alice.accessToken(), "{}");
        refused(preview(code), 410, "link_gone");
        refused(join(carol, code), 410, "link_gone");
    }

    @Test
    void ofManyWhoUseALinkTheLastTimeAtOnceOneJoins() throws Exception {
        String code = make("{\"uses\":1}").text("code");
        List<Person> people =
                IntStream.range(0, 6).mapToObj(each -> api.register("guest")).toList();
        List<Future<Answer>> joining = new ArrayList<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            people.forEach(person -> joining.add(each.submit(() -> join(person, code))));
        }
        int joined = 0;
        for (Future<Answer> answer : joining) {
            if (answer.get().status() == 200) {
                joined++;
            } else {
                refused(answer.get(), 410, "link_gone");
            }
        }
        assertThat(joined).isEqualTo(1);
        assertThat(members()).isEqualTo(3);
        refused(preview(code), 410, "link_gone");
    }
}
