package chat.parley.command.conversation.addmember;

import chat.parley.contracts.Required;
import chat.parley.events.UserId;

/** Whom to add to a group. */
record NewMember(@Required UserId user) {}
