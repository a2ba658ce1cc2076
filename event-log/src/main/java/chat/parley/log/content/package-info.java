/**
 * What keeps people's words readable to those who hold the keys, and to nobody once a key is destroyed: the content of a row
 * under the data key of its owner, data keys under a master key.
 */
package chat.parley.log.content;
