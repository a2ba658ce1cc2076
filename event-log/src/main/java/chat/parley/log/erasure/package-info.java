/** Which people were erased, and how far the forgetting has come. */
package chat.parley.log.erasure;
