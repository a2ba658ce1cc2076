@NullMarked
package chat.parley.load.report;

import org.jspecify.annotations.NullMarked;
