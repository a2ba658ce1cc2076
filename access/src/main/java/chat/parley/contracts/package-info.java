/**
 * What the services ask each other: one interface a contract, with its requests and answers. The service that answers implements it as
 * a controller; who asks is given that very object where both share a process, and a proxy over HTTP elsewhere.
 */
package chat.parley.contracts;
