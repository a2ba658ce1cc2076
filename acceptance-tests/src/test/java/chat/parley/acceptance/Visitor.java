package chat.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.opentest4j.AssertionFailedError;

/** Someone in front of the web client in a browser, who does what people do there. */
record Visitor(Page page, String username, String name) {

    static final double PATIENCE_MS = 30_000;

    /** Someone new, as whom the browser is signed in afterwards. */
    static Visitor signUp(BrowserContext browser, String username, String name) {
        Visitor visitor = fillSignUp(browser, username, name);
        try {
            assertThat(visitor.button("New conversation")).isVisible();
        } catch (AssertionFailedError notSignedIn) {
            Page page = visitor.page();
            throw new AssertionError("%s shows: %s".formatted(page.url(), page.innerText("body")), notSignedIn);
        }
        return visitor;
    }

    /** As far as asking for the account. */
    static Visitor fillSignUp(BrowserContext browser, String username, String name) {
        return fillSignUp(browser, "/", username, name);
    }

    /** Comes by the invitation of someone. */
    static Visitor invited(BrowserContext browser, Visitor inviter, String username, String name) {
        Visitor visitor = fillSignUp(browser, "/#/u/" + inviter.username, username, name);
        assertThat(visitor.composer()).isVisible();
        return visitor;
    }

    private static Visitor fillSignUp(BrowserContext browser, String path, String username, String name) {
        Page page = browser.newPage();
        page.navigate(World.shared().queries().resolve(path).toString());
        page.getByRole(AriaRole.LINK, named("Create an account")).click();
        return fillSignUp(page, username, name);
    }

    /** As far as asking for the account, on the page for it. */
    static Visitor fillSignUp(Page page, String username, String name) {
        page.getByLabel("Username").fill(username);
        page.getByLabel("Display name").fill(name);
        page.getByLabel("E-mail").fill("someone@example.org");
        Locator password = page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true));
        password.fill(Person.PASSWORD);
        // Not by the mouse: what comes late on a slow machine, such as a font, moves the button away between the press
        // and its end.
        password.press("Enter");
        return new Visitor(page, username, name);
    }

    /** The same person in another tab of the same browser. */
    Visitor inAnotherTab(BrowserContext browser) {
        Page tab = browser.newPage();
        tab.navigate(World.shared().queries().toString());
        return new Visitor(tab, username, name);
    }

    void startConversationWith(Visitor other) {
        button("New conversation").click();
        page.getByLabel("Username or name").fill(other.username);
        button("Start conversation").click();
        isIn(other.name);
    }

    void startGroup(String group, Visitor other) {
        button("New group").click();
        page.getByLabel("Name of the group").fill(group);
        pick(other);
        button("Create group").click();
        isIn(group);
    }

    /** Whatever conversation was open before. */
    private void isIn(String conversation) {
        assertThat(page.getByRole(AriaRole.ARTICLE, named(conversation))
                        .filter(new Locator.FilterOptions().setHas(composer())))
                .isVisible();
    }

    /** To the group that is open. */
    void addToGroup(Visitor other) {
        button("Group info").click();
        button("Add people").click();
        pick(other);
        button("Add people").click();
        assertThat(page.getByRole(AriaRole.LIST, named("Members"))).containsText(other.name);
        page.keyboard().press("Escape");
    }

    private void pick(Visitor other) {
        page.getByRole(AriaRole.TEXTBOX, named("Add people")).fill(other.username);
        page.getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText(other.name))
                .click();
        assertThat(button(other.name + ", take away")).isVisible();
    }

    Locator field(String label) {
        return page.getByLabel(label);
    }

    /** One of a few that are all in sight. */
    void answer(String question, String answer) {
        page.getByRole(AriaRole.RADIOGROUP, named(question).setExact(true))
                .getByText(answer, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    Locator conversationNamed(String group) {
        return page.getByRole(AriaRole.NAVIGATION, named("Conversations"))
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText(group));
    }

    void say(String text) {
        composer().fill(text);
        page.getByRole(AriaRole.BUTTON, named("Send").setExact(true)).click();
        sees(text);
    }

    void sees(String text) {
        assertThat(page.getByText(text).last()).isVisible();
    }

    /** The page that a message links to, by its title. */
    Locator linkCard(String title) {
        return page.getByRole(AriaRole.ARTICLE).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(title));
    }

    Locator composer() {
        return page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true));
    }

    Locator conversationWith(Visitor other) {
        return page.getByRole(AriaRole.NAVIGATION, named("Conversations"))
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText(other.name));
    }

    /** All that the list shows. */
    Locator conversations() {
        return page.getByRole(AriaRole.NAVIGATION, named("Conversations")).getByRole(AriaRole.LINK);
    }

    /** An entry of the menu behind a button. */
    void choose(String menu, String entry) {
        button(menu).click();
        page.getByRole(AriaRole.MENUITEM, named(entry).setExact(true)).click();
        assertThat(page.getByRole(AriaRole.MENU)).hasCount(0);
    }

    Locator button(String label) {
        return page.getByRole(AriaRole.BUTTON, named(label));
    }

    /** @param label as it is told to a screen reader, whole */
    Locator reaction(String label) {
        return page.getByRole(AriaRole.LIST, named("Reactions"))
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(label).setExact(true));
    }

    void seesDeleted(String text) {
        sees("This message was deleted");
        assertThat(page.getByText(text)).hasCount(0);
    }

    /** The marks of one's own messages, which tell on a click when they were delivered and read. */
    Locator statusMarks() {
        return page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName("Show times").setExact(false));
    }

    void seesStatus(String status) {
        assertThat(statusMarks().last())
                .hasAccessibleName(
                        status + ". Show times",
                        new LocatorAssertions.HasAccessibleNameOptions().setTimeout(PATIENCE_MS));
    }

    Locator connection() {
        return page.getByRole(AriaRole.STATUS, named("Connection"));
    }

    void isConnected() {
        assertThat(connection()).hasText("Connected");
    }

    /** Waits until the page opens without a connection, and until what it shows is on the device. */
    void isKept() {
        page.waitForFunction("() => navigator.serviceWorker.controller !== null");
        page.waitForCondition(() -> keptKeys() > 0);
    }

    /** How much is on the device of what was read. */
    int keptKeys() {
        return (int) page.evaluate("""
                () => new Promise((resolve, reject) => {
                  const opening = indexedDB.open('parley');
                  opening.onerror = () => reject(opening.error);
                  opening.onsuccess = () => {
                    const asking = opening.result.transaction('values').objectStore('values').getAllKeys();
                    asking.onsuccess = () => {
                      opening.result.close();
                      resolve(asking.result.filter((key) => key.includes('/')).length);
                    };
                  };
                })""");
    }

    void screenshot(String file) {
        Browser.screenshot(page, file);
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
