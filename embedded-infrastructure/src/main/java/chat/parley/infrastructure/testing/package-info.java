/** The same components for tests: started on demand, once per test JVM, in a folder that goes away with it. */
package chat.parley.infrastructure.testing;
