package chat.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Alice leads a group, on a desk; Bob is in it on a phone, and Carol too. */
class LeadingAGroupTest {

    private static final Browser BROWSER = new Browser();

    private final String suffix = UUID.randomUUID().toString().substring(0, 6);
    private final BrowserContext alices = BROWSER.someone(new NewContextOptions().setViewportSize(1280, 800));
    private final BrowserContext bobs = BROWSER.someone(
            new NewContextOptions().setViewportSize(390, 844).setHasTouch(true).setColorScheme(ColorScheme.DARK));
    private final BrowserContext carols = BROWSER.someone(new NewContextOptions().setViewportSize(390, 844));

    private final Visitor alice = Visitor.signUp(alices, "alice_" + suffix, "Alice Liddell");
    private final Visitor bob = Visitor.signUp(bobs, "bob_" + suffix, "Bob Carpenter");
    private final Visitor carol = Visitor.signUp(carols, "carol_" + suffix, "Carol Baker");

    @AfterAll
    static void close() {
        BROWSER.close();
    }

    @AfterEach
    void closeAll() {
        alices.close();
        bobs.close();
        carols.close();
    }

    @Test
    void whatIsReportedIsDealtWithByAMuteAndADeletionAndTheGroupIsDeletedInTheEnd() {
        alice.startGroup("Tea party", bob);
        alice.addToGroup(carol);
        bob.conversationNamed("Tea party").click();
        bob.say("Your cake is horrible.");
        carol.conversationNamed("Tea party").click();
        carol.sees("Your cake is horrible.");
        carol.button("Options for this message").press("Enter");
        carol.page().getByRole(AriaRole.MENUITEM, Visitor.named("Report")).press("Enter");
        carol.field("Why").fill("It is rude");
        in(dialog(carol), "Report").click();
        carol.sees("You have reported it");
        in(dialog(carol), "Close").last().click();

        alice.button("Reports, 1").click();
        assertThat(dialog(alice)).containsText("It is rude");
        alice.screenshot("60-reports");
        in(dialog(alice), "Mute Bob Carpenter").click();
        alice.answer("For how long", "1 hour");
        alice.screenshot("61-mute");
        in(dialog(alice), "Mute").click();
        bob.sees("Alice Liddell muted you until");
        bob.sees("You are muted in this group until");
        assertThat(bob.composer()).hasCount(0);
        bob.screenshot("62-muted-on-a-phone");
        carol.sees("Alice Liddell muted Bob Carpenter until");
        in(dialog(alice), "Delete message").click();
        bob.seesDeleted("Your cake is horrible.");
        in(dialog(alice), "Dealt with").click();
        assertThat(dialog(alice)).containsText("Nothing is reported.");
        alice.page().keyboard().press("Escape");
        bob.page().reload();
        bob.sees("You are muted in this group until");

        alice.button("Group info").click();
        assertThat(dialog(alice)).containsText("Muted until");
        alice.screenshot("63-members-with-a-mute");
        in(dialog(alice), "Mute Bob Carpenter").click();
        in(dialog(alice), "Let them speak").click();
        bob.sees("Alice Liddell let you speak again");
        bob.say("I am sorry.");
        carol.sees("I am sorry.");

        in(dialog(alice), "Close group").click();
        in(dialog(alice), "Close group").click();
        bob.sees("This group is closed.");
        in(dialog(alice), "Delete group").click();
        alice.screenshot("64-delete-group");
        in(dialog(alice), "Delete group").click();
        bob.sees("You are no longer in this group");
        carol.sees("You are no longer in this group");
        assertThat(alice.conversationNamed("Tea party")).hasCount(0);
        bob.page().reload();
        assertThat(bob.conversationNamed("Tea party")).hasCount(0);
    }

    @Test
    void whoAsksToJoinSeesThatTheyDidAndIsLetIn() {
        alice.startGroup("Choir", bob);
        alice.button("Group info").click();
        alice.button("Links to join").click();
        alice.page().getByText("Whoever comes by it asks first").click();
        alice.button("Make a link").click();
        String link = alice.page().getByText("/#/join/").textContent().strip();
        alice.screenshot("65-links");
        in(dialog(alice), "Close").click();

        carol.page().navigate(link);
        carol.field("What you say to those who lead the group").fill("I sing alto");
        carol.button("Ask to join").click();
        carol.sees("You have asked to join.");
        assertThat(carol.page().getByText("Not now")).hasCount(0);
        carol.screenshot("66-asked-on-a-phone");
        carol.page().getByText("To your conversations").click();
        carol.button("Invitations").click();
        assertThat(dialog(carol)).containsText("You asked to join");
        carol.screenshot("67-invitations-on-a-phone");
        carol.page().keyboard().press("Escape");

        alice.button("Requests and invitations, 1 person asks").click();
        assertThat(dialog(alice)).containsText("I sing alto");
        alice.screenshot("68-requests");
        in(dialog(alice), "Let Carol Baker in").click();
        bob.conversationNamed("Choir").click();
        carol.conversationNamed("Choir").click();
        carol.say("Here I am.");
        bob.sees("Here I am.");
    }

    @Test
    void aGroupIsShownWithItsPictureToMembersAndToWhoHoldsALinkUntilItIsRemoved() {
        alice.startGroup("Choir", bob);
        Locator listed = bob.conversationNamed("Choir");
        assertThat(listed).isVisible();
        assertThat(listed.locator("img")).hasCount(0);
        alice.button("Group info").click();
        in(dialog(alice), "Picture").click();
        dialog(alice)
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("choir.png", "image/png", AvatarsTest.picture(700)));
        assertThat(alice.button("Save picture")).isEnabled();
        alice.screenshot("70-cut-a-picture-of-a-group");
        in(dialog(alice), "Save picture").click();
        assertThat(in(dialog(alice), "Picture")).isVisible();
        assertThat(dialog(alice).locator("img")).hasCount(1);
        alice.screenshot("71-group-info-with-a-picture");
        assertThat(listed.locator("img")).hasCount(1);
        bob.page().reload();
        assertThat(listed.locator("img")).hasCount(1);
        bob.screenshot("72-group-in-the-list-on-a-phone");
        listed.click();
        bob.sees("Alice Liddell changed the group’s picture");
        assertThat(bob.page().locator("header:has(#thread-name) img")).isVisible();
        bob.screenshot("73-group-with-a-picture-on-a-phone");

        in(dialog(alice), "Links to join").click();
        alice.button("Make a link").click();
        String link = alice.page().getByText("/#/join/").textContent().strip();
        carol.page().navigate(link);
        assertThat(carol.page().locator("img[src^='/api/join-links/']")).hasJSProperty("naturalWidth", 256);
        carol.screenshot("74-invited-with-a-picture-on-a-phone");
        in(dialog(alice), "Back").click();
        in(dialog(alice), "Picture").click();
        in(dialog(alice), "Remove the picture").click();
        bob.sees("Alice Liddell removed the group’s picture");
        assertThat(bob.page().locator("header:has(#thread-name) img")).hasCount(0);
    }

    private static Locator dialog(Visitor visitor) {
        return visitor.page().getByRole(AriaRole.DIALOG).last();
    }

    private static Locator in(Locator dialog, String button) {
        return dialog.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true));
    }
}
