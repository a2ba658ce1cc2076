package chat.parley.command.conversation.addmember;

import chat.parley.contracts.Required;
import chat.parley.events.UserId;
import java.util.List;

/**
 * A request to add people to a group.
 *
 * @param users 1 to 1,000
 */
record NewMembers(@Required List<UserId> users) {}
