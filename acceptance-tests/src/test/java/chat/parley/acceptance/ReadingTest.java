package chat.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alice, in front of a long conversation with Bob. */
class ReadingTest {

    private static final Browser BROWSER = new Browser();
    private static final Page.GetByTextOptions EXACTLY = new Page.GetByTextOptions().setExact(true);
    private static final int READ = 40;
    private static final int WRITTEN = 120;

    private final BrowserContext context = BROWSER.someone(new NewContextOptions().setViewportSize(1200, 800));
    private final Page page = context.newPage();
    private final Person alice = Person.register(World.shared(), "alice");
    private final Person bob = Person.register(World.shared(), "bob");
    private final String talk = bob.conversationWith(alice);
    private final Device bobs = bob.connect();

    @BeforeEach
    void bobWrites() {
        for (int number = 1; number <= WRITTEN; number++) bobs.say(talk, "Word " + number + ".");
        Device first = alice.connect();
        first.markRead(talk, READ);
        first.close();
    }

    @AfterEach
    void leave() {
        context.close();
        bobs.close();
    }

    @AfterAll
    static void close() {
        BROWSER.close();
    }

    @Test
    void aConversationOpensAtTheFirstUnreadMessageAndIsReadAsItComesIntoView() {
        open("#/");
        signIn();
        page.getByRole(AriaRole.LINK, Visitor.named("bob")).click();
        assertThat(page.getByText("New messages", EXACTLY)).isInViewport();
        assertThat(word(READ + 1)).isInViewport();
        assertThat(word(WRITTEN)).not().isInViewport();
        Awaitility.await().atMost(Device.PATIENCE).until(() -> readByAlice() > READ);
        assertThat(readByAlice()).isLessThan(WRITTEN);
        Browser.screenshot(page, "reading-1-first-unread");

        Locator jump = page.getByRole(AriaRole.BUTTON, Visitor.named("new messages"));
        assertThat(jump).isVisible();
        jump.click();
        assertThat(word(WRITTEN)).isInViewport();
        assertThat(jump).hasCount(0);
        assertThat(composer()).isFocused();
        Awaitility.await().atMost(Device.PATIENCE).until(() -> readByAlice() == WRITTEN);
    }

    @Test
    void theAddressOfAMessageIsKeptThroughSigningInAndTheEndOfASession() {
        open("#/c/" + talk + "/m/12");
        signIn();
        assertThat(word(12)).isInViewport();
        assertThat(item(12)).isFocused();
        Browser.screenshot(page, "reading-2-address-of-a-message");

        page.navigate(World.shared().queries() + "#/c/" + talk + "/m/70");
        assertThat(word(70)).isInViewport();
        endSessions();
        signIn();
        assertThat(word(70)).isInViewport();
        assertThat(page).hasURL(Pattern.compile(".*#/c/" + talk + "/m/70"));
    }

    @Test
    void nothingMovesWhatIsBeingReadButOnesOwnWords() {
        open("#/c/" + talk + "/m/60");
        signIn();
        assertThat(word(60)).isInViewport();
        double before = item(60).boundingBox().y;
        for (int more = 1; more <= 5; more++) bobs.say(talk, "More " + more + ".");
        assertThat(page.getByRole(AriaRole.BUTTON, Visitor.named("new messages")))
                .isVisible();
        assertThat(item(60).boundingBox().y).isEqualTo(before);

        composer().fill("Mine.");
        composer().press("Enter");
        assertThat(page.getByText("Mine.", EXACTLY).last()).isInViewport();
        assertThat(page.getByText("More 5.", EXACTLY).last()).isInViewport();
    }

    @Test
    void theAddressOfAnOlderMessageLeadsThereAlsoFromTheEnd() {
        open("#/c/" + talk);
        signIn();
        assertThat(composer()).isFocused();
        assertThat(word(READ + 1)).isInViewport();
        page.keyboard().press("Escape");
        Awaitility.await().atMost(Device.PATIENCE).until(() -> readByAlice() == WRITTEN);
        open("#/c/" + talk + "/m/60");
        assertThat(item(60)).isFocused();
        assertThat(word(60)).isInViewport();
        assertThat(word(67)).isVisible();
        assertThat(word(60)).isInViewport();
        assertThat(word(WRITTEN)).not().isInViewport();
    }

    @Test
    void aConversationIsFoundAgainWhereItWasLeft() {
        open("#/c/" + talk);
        signIn();
        assertThat(composer()).isFocused();
        assertThat(word(READ + 1)).isInViewport();
        page.keyboard().press("Escape");
        Awaitility.await().atMost(Device.PATIENCE).until(() -> readByAlice() == WRITTEN);
        open("#/c/" + talk + "/m/60");
        assertThat(item(60)).isFocused();
        assertThat(word(60)).isInViewport();
        double before = item(60).boundingBox().y;

        open("#/");
        assertThat(messages()).hasCount(0);
        page.getByRole(AriaRole.LINK, Visitor.named("bob")).click();
        assertThat(word(60)).isInViewport();
        Awaitility.await()
                .atMost(Device.PATIENCE)
                .untilAsserted(() -> assertThat(item(60).boundingBox().y).isCloseTo(before, within(2.0)));
        assertThat(word(WRITTEN)).not().isInViewport();
    }

    @Test
    void everythingIsDoneByTheKeyboardAlone() {
        open("#/c/" + talk);
        signIn();
        assertThat(composer()).isFocused();
        assertThat(word(READ + 1)).isInViewport();
        page.keyboard().press("Escape");
        assertThat(word(WRITTEN)).isInViewport();
        page.keyboard().type("By keyboard.");
        page.keyboard().press("Enter");
        assertThat(page.getByText("By keyboard.", EXACTLY).last()).isInViewport();
        assertThat(page.getByRole(AriaRole.BUTTON, Visitor.named("Show times")).last())
                .isVisible();

        page.keyboard().press("ArrowUp");
        assertThat(page.getByRole(AriaRole.TEXTBOX, Visitor.named("Edit message")))
                .hasValue("By keyboard.");
        page.keyboard().press("Escape");
        assertThat(composer()).isFocused();
        page.keyboard().press("Shift+Tab");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.MENUITEM, Visitor.named("Delete for everyone")))
                .isVisible();
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.MENU)).hasCount(0);
        page.keyboard().press("ArrowUp");
        assertThat(item(WRITTEN)).isFocused();
        page.keyboard().press("ArrowUp");
        assertThat(item(WRITTEN - 1)).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.MENUITEM, Visitor.named("Copy link")))
                .isVisible();
        page.keyboard().press("Escape");
        assertThat(item(WRITTEN - 1)).isFocused();
        page.keyboard().type("x");
        assertThat(composer()).hasValue("x");
        page.keyboard().press("Backspace");

        page.keyboard().press("Shift+Tab");
        assertThat(item(WRITTEN - 1)).isFocused();
        page.keyboard().press("Escape");
        assertThat(composer()).isFocused();
        page.keyboard().press("Alt+ArrowUp");
        assertThat(composer()).isFocused();

        page.keyboard().press("Control+k");
        assertThat(page.getByLabel("Conversation or person")).isFocused();
        page.keyboard().type("bo");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*#/c/" + talk));
        assertThat(composer()).isFocused();
    }

    private void open(String hash) {
        page.navigate(World.shared().queries() + hash);
    }

    private void signIn() {
        page.getByLabel("Username").fill(alice.username());
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(Person.PASSWORD);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).press("Enter");
        assertThat(page.getByRole(AriaRole.BUTTON, Visitor.named("New conversation")))
                .isVisible();
    }

    /** Every session of Alice's but the one that asks. */
    private void endSessions() {
        for (var session :
                alice.http().get(alice.token(), "/api/sessions").body().get("items")) {
            if (!session.get("current").asBoolean())
                alice.http()
                        .delete(
                                alice.token(),
                                "/api/sessions/" + session.get("session").asString());
        }
    }

    /** How far Bob was told that Alice has read. */
    private long readByAlice() {
        return bobs.told("receipt").stream()
                .filter(frame -> frame.get("kind").asString().equals("read")
                        && frame.get("member").asString().equals(alice.user()))
                .mapToLong(frame -> frame.get("upTo").asLong())
                .max()
                .orElse(0);
    }

    private Locator composer() {
        return page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true));
    }

    private Locator word(int number) {
        return messages().getByText(textOf(number), new Locator.GetByTextOptions().setExact(true));
    }

    private static String textOf(int number) {
        return "Word " + number + ".";
    }

    private Locator item(int number) {
        return messages()
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHas(page.getByText(textOf(number), EXACTLY)));
    }

    private Locator messages() {
        return page.getByRole(AriaRole.REGION, Visitor.named("Messages"));
    }
}
