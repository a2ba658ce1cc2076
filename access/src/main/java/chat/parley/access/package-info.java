/** Who is calling: tokens, ended sessions, and the one place where a refusal becomes an HTTP problem. */
package chat.parley.access;
