/** The same components for tests: started on demand, once per test JVM, in a folder that goes away with it. */
@NullMarked
package chat.parley.infrastructure.testing;

import org.jspecify.annotations.NullMarked;
