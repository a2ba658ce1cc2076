package chat.parley.command.account.profile;

import chat.parley.command.account.details.DetailRules;
import chat.parley.events.AccountDetails;
import chat.parley.events.ProfileDetails;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What others are to see of oneself, all of it.
 *
 * @param about absent or empty to say nothing
 */
record NewProfile(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String username,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String displayName,

        @Nullable String about) {

    ProfileDetails details() {
        return new ProfileDetails(
                AccountDetails.usernameFrom(DetailRules.stripped(username)),
                DetailRules.composed(displayName),
                DetailRules.optional(about));
    }
}
