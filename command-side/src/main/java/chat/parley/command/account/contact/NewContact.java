package chat.parley.command.account.contact;

import chat.parley.command.account.details.DetailRules;
import chat.parley.events.ContactDetails;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How one can be reached, all of it.
 *
 * @param phone absent or empty to be reached by none
 */
record NewContact(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String email,

        @Nullable String phone) {

    ContactDetails details() {
        return new ContactDetails(DetailRules.stripped(email), DetailRules.optional(phone));
    }
}
