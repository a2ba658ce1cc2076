/** Calls between two people: who rings, answers and hangs up. What they say to each other passes from device to device. */
package chat.parley.command.conversation.call;
