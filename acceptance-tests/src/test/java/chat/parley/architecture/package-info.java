/** What the folders promise, checked on the compiled code. */
package chat.parley.architecture;
