/** The people who write to each other: accounts, sessions, conversations, over HTTP. */
package chat.parley.load.people;
