/**
 * Encrypts content: each row's content with the data key of its owner, data keys with a master key. Once a data key is
 * destroyed, nobody can read the content any more.
 */
package chat.parley.log.content;
