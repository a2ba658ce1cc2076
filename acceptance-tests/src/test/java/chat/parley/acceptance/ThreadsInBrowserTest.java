package chat.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A talk beside a talk: Alice's on a desk, Bob's on a phone. */
class ThreadsInBrowserTest {

    private static final Browser BROWSER = new Browser();

    private final String suffix = UUID.randomUUID().toString().substring(0, 6);
    private final BrowserContext alices = BROWSER.someone(new NewContextOptions().setViewportSize(1280, 800));
    private final BrowserContext bobs = BROWSER.someone(
            new NewContextOptions().setViewportSize(390, 844).setHasTouch(true).setColorScheme(ColorScheme.DARK));

    @AfterAll
    static void close() {
        BROWSER.close();
    }

    @AfterEach
    void closeBoth() {
        alices.close();
        bobs.close();
    }

    @Test
    void aMessageIsAnsweredInAThreadThatWaitsApartFromTheConversation() {
        Visitor alice = Visitor.signUp(alices, "alice_" + suffix, "Alice Liddell");
        Visitor bob = Visitor.signUp(bobs, "bob_" + suffix, "Bob Carpenter");
        alice.startConversationWith(bob);
        alice.say("Tea at four?");
        bob.conversationWith(alice).click();
        bob.sees("Tea at four?");
        alice.seesStatus("Read");

        bob.button("Options for this message").tap();
        bob.page()
                .getByRole(AriaRole.MENUITEM, Visitor.named("Reply in thread"))
                .tap();
        Locator panel = thread(bob.page());
        assertThat(panel).containsText("Tea at four?");
        reply(bob.page(), "With milk, please.");
        assertThat(panel).containsText("With milk, please.");
        bob.screenshot("60-a-thread-on-a-phone");

        Locator line = alice.page().getByRole(AriaRole.BUTTON, Visitor.named("1 reply"));
        assertThat(line).isVisible();
        assertThat(alice.conversationWith(bob)).containsText("Tea at four?");
        assertThat(alice.button("Threads, 1 unread message")).isVisible();
        alice.screenshot("61-a-thread-waits");
        line.click();
        assertThat(thread(alice.page())).containsText("With milk, please.");
        assertThat(alice.button("Threads, 1 unread message")).hasCount(0);
        alice.screenshot("62-a-thread-beside-its-conversation");

        thread(alice.page()).getByLabel("Also send to the conversation").check();
        reply(alice.page(), "There is some.");
        assertThat(thread(alice.page())).containsText("There is some.");
        assertThat(bob.page().getByRole(AriaRole.ARTICLE)).containsText("There is some.");
        assertThat(panel).containsText("There is some.");
        bob.button("Close the thread").tap();
        assertThat(bob.page().getByRole(AriaRole.BUTTON, Visitor.named("2 replies")))
                .isVisible();

        alice.page().reload();
        assertThat(alice.page().getByRole(AriaRole.BUTTON, Visitor.named("2 replies")))
                .isVisible();
        alice.button("Threads").click();
        assertThat(alice.page().getByRole(AriaRole.HEADING, Visitor.named("Threads")))
                .isVisible();
        alice.screenshot("63-threads-that-are-followed");
        alice.page()
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("Last reply"))
                .click();
        assertThat(thread(alice.page())).containsText("With milk, please.");
    }

    private static Locator thread(Page page) {
        return page.getByRole(AriaRole.COMPLEMENTARY, Visitor.named("Thread").setExact(true));
    }

    private static void reply(Page page, String text) {
        page.getByLabel("Reply in the thread").fill(text);
        page.getByRole(AriaRole.BUTTON, Visitor.named("Send the reply").setExact(true))
                .click();
    }
}
