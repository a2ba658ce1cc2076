/** Everything in one JVM: real components with their data in one folder, all services in one context on one port. */
@NullMarked
package chat.parley.standalone;

import org.jspecify.annotations.NullMarked;
