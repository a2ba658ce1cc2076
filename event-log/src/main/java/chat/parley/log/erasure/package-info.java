/** Which people were erased, and which parts of the system have finished their erasure. */
package chat.parley.log.erasure;
