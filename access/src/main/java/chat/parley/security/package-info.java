/** What concerns security is told in a stream of its own, apart from logs: who signed in, from where, and what was refused. */
@org.jspecify.annotations.NullMarked
package chat.parley.security;
