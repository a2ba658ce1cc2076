package chat.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A newcomer's story, told in two real browsers. */
class BrowserTest {

    private static final double PATIENCE_MS = 30_000;

    private final String suffix = UUID.randomUUID().toString().substring(0, 6);
    private final String address = World.shared().queries().toString();

    @BeforeAll
    static void bePatient() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    @Test
    void twoPeopleMeetChatPartAndReturn() {
        try (Browser browser = new Browser();
                BrowserContext alices = browser.someone(new NewContextOptions().setViewportSize(1200, 800));
                BrowserContext bobs = browser.someone(
                        new NewContextOptions().setViewportSize(390, 844).setColorScheme(ColorScheme.DARK))) {
            Page alice = signUp(alices, "alice_" + suffix, "Alice Liddell");
            Page bob = signUp(bobs, "bob_" + suffix, "Bob Carpenter");

            startConversation(alice, "bob_" + suffix);
            say(alice, "Hello Bob, is this you?");
            assertStatus(alice, "Delivered");
            Browser.screenshot(alice, "1-delivered-to-bob-in-his-list");
            assertThat(conversationItem(bob, "Alice Liddell")).containsText("1 unread");
            Browser.screenshot(bob, "2-bob-has-one-unread");

            conversationItem(bob, "Alice Liddell").click();
            assertThat(bob.getByText("Hello Bob, is this you?").last()).isVisible();
            assertStatus(alice, "Read");
            bob.getByLabel("Message", new Page.GetByLabelOptions().setExact(true))
                    .pressSequentially("It is");
            assertThat(alice.getByText("Bob Carpenter is typing…")).isVisible();
            Browser.screenshot(alice, "3-read-and-bob-is-typing");
            say(bob, "It is! Good to see you here.");
            assertThat(alice.getByText("It is! Good to see you here.").last()).isVisible();
            assertThat(alice.getByText("Online", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            Browser.screenshot(bob, "4-bob-answers-on-his-phone");

            bob.close();
            assertThat(alice.getByText("Last seen")).isVisible();
            say(alice, "One more thing,");
            say(alice, "for when you are back.");
            assertStatus(alice, "Sent");
            Browser.screenshot(alice, "5-bob-is-away");

            Page back = bobs.newPage();
            back.navigate(address);
            assertThat(conversationItem(back, "Alice Liddell")).containsText("2 unread");
            conversationItem(back, "Alice Liddell").click();
            assertThat(back.getByText("for when you are back.").last()).isVisible();
            assertStatus(alice, "Read");
            Browser.screenshot(back, "6-bob-returns");

            alice.reload();
            assertThat(alice.getByText("for when you are back.").last()).isVisible();
            statusMarks(alice).last().click();
            assertThat(alice.getByRole(AriaRole.DIALOG)).containsText("Read");
            Browser.screenshot(alice, "7-times-of-a-message");
        }
    }

    @Test
    void aMessageDeletedForEveryoneIsGoneOnBothSides() {
        try (Browser browser = new Browser();
                BrowserContext alices = browser.someone(new NewContextOptions().setViewportSize(1200, 800));
                BrowserContext bobs = browser.someone(
                        new NewContextOptions().setViewportSize(390, 844).setHasTouch(true))) {
            Page alice = signUp(alices, "alice_d_" + suffix, "Alice Liddell");
            Page bob = signUp(bobs, "bob_d_" + suffix, "Bob Carpenter");
            startConversation(alice, "bob_d_" + suffix);
            say(alice, "The key is under the mat.");
            conversationItem(bob, "Alice Liddell").click();
            assertThat(bob.getByText("The key is under the mat.").last()).isVisible();
            assertStatus(alice, "Read");

            alice.getByRole(AriaRole.BUTTON, named("Options for this message")).press("Enter");
            Browser.screenshot(alice, "9-menu-of-a-message");
            alice.getByRole(AriaRole.MENUITEM, named("Delete for everyone")).press("Enter");
            Browser.screenshot(alice, "10-delete-for-everyone");
            alice.getByRole(AriaRole.ALERTDIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete"))
                    .click();
            for (Page page : List.of(alice, bob)) {
                assertGone(page, "The key is under the mat.");
            }
            Browser.screenshot(bob, "11-deleted-for-bob");
            alice.reload();
            assertGone(alice, "The key is under the mat.");
            Browser.screenshot(alice, "12-deleted-after-a-reload");
        }
    }

    @Test
    void reactionsAreSeenOnBothSidesOnEveryDeviceAndAfterAReload() {
        try (Browser browser = new Browser();
                BrowserContext alices = browser.someone(new NewContextOptions().setViewportSize(1200, 800));
                BrowserContext bobs = browser.someone(
                        new NewContextOptions().setViewportSize(390, 844).setHasTouch(true))) {
            Page alice = signUp(alices, "alice_r_" + suffix, "Alice Liddell");
            Page bob = signUp(bobs, "bob_r_" + suffix, "Bob Carpenter");
            startConversation(alice, "bob_r_" + suffix);
            say(alice, "Tea at four?");
            conversationItem(bob, "Alice Liddell").click();
            assertThat(bob.getByText("Tea at four?").last()).isVisible();

            bob.getByRole(AriaRole.BUTTON, named("React to this message")).tap();
            Browser.screenshot(bob, "13-emoji-to-choose");
            bob.getByRole(AriaRole.BUTTON, named("Thumbs up")).tap();
            assertThat(reaction(bob, "👍 1: You")).hasAttribute("aria-pressed", "true");
            assertThat(reaction(alice, "👍 1: Bob Carpenter")).hasAttribute("aria-pressed", "false");

            reaction(alice, "👍 1: Bob Carpenter").press("Enter");
            assertThat(reaction(alice, "👍 2: Bob Carpenter, You")).hasAttribute("aria-pressed", "true");
            assertThat(reaction(bob, "👍 2: You, Alice Liddell")).isVisible();
            alice.getByRole(AriaRole.BUTTON, named("React to this message")).press("Enter");
            assertThat(alice.getByRole(AriaRole.BUTTON, named("Thumbs up"))).isFocused();
            alice.keyboard().press("ArrowRight");
            alice.keyboard().press("Enter");
            assertThat(reaction(bob, "❤️ 1: Alice Liddell")).isVisible();
            alice.getByText("Tea at four?").last().hover();
            Browser.screenshot(alice, "14-reactions");

            alice.reload();
            assertThat(reaction(alice, "👍 2: Bob Carpenter, You")).hasAttribute("aria-pressed", "true");
            Page another = bobs.newPage();
            another.navigate(address);
            conversationItem(another, "Alice Liddell").click();
            reaction(another, "👍 2: You, Alice Liddell").tap();
            for (Page page : List.of(bob, another)) {
                assertThat(reaction(page, "👍 1: Alice Liddell")).isVisible();
            }
            assertThat(reaction(alice, "👍 1: You")).isVisible();
            Browser.screenshot(bob, "15-reactions-on-a-phone");
        }
    }

    @Test
    void aTakenUsernameIsSaidAtItsField() {
        try (Browser browser = new Browser();
                BrowserContext one = browser.someone(new NewContextOptions());
                BrowserContext other = browser.someone(new NewContextOptions())) {
            signUp(one, "carol_" + suffix, "Carol").close();
            Page page = other.newPage();
            fillSignUp(page, "carol_" + suffix, "Another Carol");
            assertThat(page.getByText("This username is taken.").last()).isVisible();
            Browser.screenshot(page, "8-username-taken");
        }
    }

    private Page signUp(BrowserContext context, String username, String name) {
        Page page = context.newPage();
        fillSignUp(page, username, name);
        assertThat(page.getByRole(AriaRole.BUTTON, named("New conversation"))).isVisible();
        return page;
    }

    private void fillSignUp(Page page, String username, String name) {
        page.navigate(address);
        page.getByRole(AriaRole.LINK, named("Create an account")).click();
        page.getByLabel("Username").fill(username);
        page.getByLabel("Display name").fill(name);
        page.getByLabel("E-mail").fill("someone@example.org");
        page.getByLabel("Password").fill(Person.PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("Create account")).click();
    }

    private static void startConversation(Page page, String username) {
        page.getByRole(AriaRole.BUTTON, named("New conversation")).click();
        page.getByLabel("Username or name").fill(username);
        page.getByRole(AriaRole.BUTTON, named("Start conversation")).click();
        assertThat(page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true)))
                .isVisible();
    }

    private static void say(Page page, String text) {
        Locator composer = page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true));
        composer.fill(text);
        composer.press("Enter");
        assertThat(page.getByText(text).last()).isVisible();
    }

    private static Locator conversationItem(Page page, String name) {
        return page.getByRole(AriaRole.NAVIGATION, named("Conversations"))
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Locator reaction(Page page, String name) {
        return page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Reactions"))
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void assertGone(Page page, String text) {
        assertThat(page.getByText("This message was deleted").last()).isVisible();
        assertThat(page.getByText(text)).hasCount(0);
    }

    private static Locator statusMarks(Page page) {
        return page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName("Show times").setExact(false));
    }

    private static void assertStatus(Page page, String status) {
        assertThat(statusMarks(page).last())
                .hasAccessibleName(
                        status + ". Show times",
                        new LocatorAssertions.HasAccessibleNameOptions().setTimeout(PATIENCE_MS));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
