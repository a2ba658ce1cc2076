package chat.parley.command.upload;

import chat.parley.command.picture.PictureSize;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a file is uploaded for. */
public enum Purpose {
    /** A picture of oneself. */
    AVATAR(10 * 1024 * 1024);

    private static final List<PictureSize> SQUARES =
            Stream.of(64, 256, 512).map(side -> new PictureSize(side, true)).toList();

    private final long mostBytes;

    Purpose(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    long mostBytes() {
        return mostBytes;
    }

    /** The pictures that are made of it. */
    List<PictureSize> sizes() {
        return SQUARES;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Purpose> ofCode(String code) {
        for (Purpose purpose : values()) {
            if (purpose.code().equals(code)) {
                return Optional.of(purpose);
            }
        }
        return Optional.empty();
    }
}
