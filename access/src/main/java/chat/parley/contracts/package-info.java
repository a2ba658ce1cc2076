/**
 * The contracts between services: one interface each, with its requests and answers. The answering service implements it as
 * a controller. A caller in the same process gets this controller; elsewhere it gets a proxy over HTTP.
 */
package chat.parley.contracts;
