package chat.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.acceptance.Matrix.Who;
import chat.parley.command.session.Session;
import chat.parley.refusals.Reason;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * That the table of authorization notices when a check is gone: each place that refuses somebody is taken out of the running product, and a cell
 * of {@code authorization.md} that holds its refusal is answered otherwise. Where two places refuse the same, they are taken out together, and
 * either alone is enough.
 */
class ChecksTakenOutTest {

    private static final Set<Reason> REASONS = Set.of(
            Reason.UNAUTHENTICATED,
            Reason.SESSION_ENDED,
            Reason.INSUFFICIENT_SCOPE,
            Reason.CONVERSATION_UNKNOWN,
            Reason.NOT_THE_AUTHOR,
            Reason.NOT_PERMITTED,
            Reason.ACCOUNT_UNKNOWN);

    /** They refuse what is no row or no column of the table, and the test that asks for it. */
    private static final Map<String, String> HELD_ELSEWHERE = Map.ofEntries(
            Map.entry("TokenVerifier.verified", "TokensTest: tokens that nobody issued"),
            Map.entry("TokenVerifier.verified 2", "TokensTest: what is no token"),
            Map.entry("ControllerRules.requireScope 3", "HttpRefusalsTest: tokens of services"),
            Map.entry("Admission.admit", "HandshakeTest: a session that ends between ticket and socket"),
            Map.entry("ReplayController.requireAccess", "ReplayTest: a program revoked meanwhile"),
            Map.entry("ChangeMute.decided", "MuteTest: an owner, and oneself"),
            Map.entry("Roster.requireAbove", "GroupRightsTest: an admin who acts on an owner"),
            Map.entry("Conversation.handle(DeleteMessage)", "ConversationTest: an author who has left meanwhile"),
            Map.entry("Conversation.handle(EndGroupCall)", "CallTest: whoever is in the group no more"),
            Map.entry("CallsOfGroups.requireMember", "GroupCallsOverHttpTest: strangers and former members"),
            Map.entry("Conversation.handle(PinMessage)", "PinTest: somebody who is no member"),
            Map.entry("Conversation.handle(AnnotateMessage)", "ReactionTest, EditTest: a member removed meanwhile"),
            Map.entry(
                    "UploadDesk.requireMember",
                    "GroupPictureOverHttpTest: who announces a picture for a group of others"),
            Map.entry("Account.requireRegistered", "AccountTest: nobody is refused for who they are"));

    /**
     * What refuses the same behind them. The guard tables are asked before an aggregate is loaded, so that the time it takes tells nothing;
     * the aggregate decides all the same.
     */
    private static final Map<String, Set<String>> REFUSED_AGAIN_BY = Map.of(
            "MembershipChanges.requireMember", Set.of("MembershipChanges.send", "Roster.requireGroupOf"),
            "MembershipChanges.send", Set.of("Roster.requireGroupOf"),
            "GroupChanges.send", Set.of("Roster.requireGroupOf"),
            "Conversation.handle(SendMessage)", Set.of("MessageSender.send"),
            "MessageSender.send", Set.of("Conversation.handle(SendMessage)"),
            "Conversation.handle(StartCall)", Set.of("Calls.requireMember"),
            "Conversation.handle(ChangeCall)", Set.of("Calls.requireMember"));

    private static final Instrumentation INSTRUMENTATION = ByteBuddyAgent.install();

    private final Set<Class<?>> changed = new HashSet<>();

    static List<Check> checks() {
        return Check.all(REASONS).stream()
                .filter(check -> !HELD_ELSEWHERE.containsKey(check.name()))
                .toList();
    }

    @Test
    void everyCheckThatTheTableCannotHoldIsThere() {
        Set<String> names = Check.all(REASONS).stream().map(Check::name).collect(Collectors.toSet());
        assertThat(names).containsAll(HELD_ELSEWHERE.keySet()).containsAll(REFUSED_AGAIN_BY.keySet());
        assertThat(names).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("checks")
    void withoutItACellIsAnsweredOtherwise(Check check) throws Exception {
        Set<String> others = REFUSED_AGAIN_BY.getOrDefault(check.name(), Set.of());
        List<Check> partners = checks().stream()
                .filter(each -> others.contains(each.name()))
                .collect(Collectors.toCollection(ArrayList::new));
        assertThat(partners).hasSameSizeAs(others);
        if (partners.isEmpty()) {
            takeOut(List.of(check));
            assertThat(red(code(check))).as(check.name()).isNotEmpty();
        } else {
            takeOut(partners);
            Set<String> withIt = red(code(check));
            partners.add(check);
            takeOut(partners);
            assertThat(red(code(check)))
                    .as("more than %s", withIt)
                    .hasSizeGreaterThan(withIt.size())
                    .containsAll(withIt);
        }
    }

    @Test
    void withoutAskingWhoseASessionIsOneOfTheRowsIsAnsweredOtherwise() throws Exception {
        changed.add(Session.class);
        INSTRUMENTATION.redefineClasses(
                new ClassDefinition(Session.class, Check.deciding(Session.class, "isOf", true)));
        assertThat(red("session_unknown")).isNotEmpty();
    }

    private void takeOut(List<Check> checks) throws Exception {
        for (var ofClass :
                checks.stream().collect(Collectors.groupingBy(Check::owner)).entrySet()) {
            changed.add(ofClass.getKey());
            INSTRUMENTATION.redefineClasses(new ClassDefinition(ofClass.getKey(), Check.without(ofClass.getValue())));
        }
    }

    @AfterEach
    void putBack() throws Exception {
        for (Class<?> owner : changed) {
            INSTRUMENTATION.redefineClasses(new ClassDefinition(owner, Check.bytesOf(owner)));
        }
    }

    private static String code(Check check) {
        return check.reason().name().toLowerCase(Locale.ROOT);
    }

    /** The cells that say that somebody is refused with this code, and are answered otherwise. */
    private static Set<String> red(String code) throws SQLException {
        Set<String> red = new TreeSet<>();
        MatrixScene scene = new MatrixScene();
        scene.endSession();
        for (var row : new TreeMap<>(Matrix.rows()).entrySet()) {
            for (Who who : Who.values()) {
                String cell = row.getValue().getOrDefault(who, "-");
                if (List.of(cell.split(" ")).contains(code) && !cell.equals(answer(scene, row.getKey(), who))) {
                    red.add(row.getKey() + " by " + who);
                }
            }
        }
        scene.end();
        return red;
    }

    private static String answer(MatrixScene scene, String row, Who who) throws SQLException {
        return Matrix.frames().contains(row) ? AuthorizationMatrixTest.answer(scene, row, who) : scene.ask(row, who);
    }
}
