/** Whether every acknowledged message is stored once and was delivered once to each side, in order. */
package chat.parley.load.verify;
