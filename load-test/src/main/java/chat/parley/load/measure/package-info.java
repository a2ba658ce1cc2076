/** What is measured: latency from the intended time, CPU by process, and what piles up. */
@NullMarked
package chat.parley.load.measure;

import org.jspecify.annotations.NullMarked;
