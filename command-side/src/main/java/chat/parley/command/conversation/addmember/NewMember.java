package chat.parley.command.conversation.addmember;

import chat.parley.contracts.Required;
import chat.parley.events.UserId;

/** A request to add someone to a group. */
record NewMember(@Required UserId user) {}
