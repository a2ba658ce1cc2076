package chat.parley.infrastructure;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Files that come with the program. */
final class Resources {
    private Resources() {}

    static InputStream open(String name) throws IOException {
        @Nullable InputStream resource = Resources.class.getResourceAsStream(name);
        if (resource == null) {
            throw new IOException(
                    name.substring(1) + " is not on the class path; was Parley built on another kind of machine?");
        }
        return resource;
    }
}
