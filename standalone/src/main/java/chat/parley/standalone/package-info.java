/** Everything in one JVM: real components with their data in one folder, all services in one context on one port. */
package chat.parley.standalone;
