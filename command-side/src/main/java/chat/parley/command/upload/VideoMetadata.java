package chat.parley.command.upload;

import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds what a camera wrote into an MP4 or QuickTime file beside the video, such as where it was taken (ISO/IEC 14496-12, 8.10 and 8.11). It is
 * made free space of the same length, so that everything else stays at its place, which the file's own index names.
 */
final class VideoMetadata {

    /**
     * What takes the place of bytes of a file: some bytes, and zeros after them. However much is blanked, a patch takes next to no memory.
     */
    record Patch(long at, byte[] bytes, long zeros) {

        long end() {
            return at + bytes.length + zeros;
        }
    }

    /** A part of a file. */
    @FunctionalInterface
    interface Parts {

        byte[] read(long from, int length);
    }

    private static final int HEADER = 8;
    private static final int LARGE_HEADER = 16;
    private static final int MOST_BOXES = 10_000;
    private static final int DEEPEST = 8;
    private static final int LARGEST_INDEX = 32 * 1024 * 1024;
    private static final byte[] FREE = "free".getBytes(StandardCharsets.US_ASCII);
    private static final Set<String> TOLD = Set.of("udta", "meta", "uuid");
    private static final Set<String> HOLDING_MORE = Set.of("moov", "trak", "mdia");

    private final List<Patch> patches = new ArrayList<>();
    private int boxes;

    private VideoMetadata() {}

    /**
     * @return in the order of the file
     * @throws Refused {@link Reason#FILE_TYPE_INVALID} if the file is not made of boxes, or its index is too large to look at
     */
    static List<Patch> in(long size, Parts parts) {
        VideoMetadata found = new VideoMetadata();
        for (long at = 0; at + HEADER <= size; ) {
            byte[] header = parts.read(at, (int) Math.min(LARGE_HEADER, size - at));
            Box box = found.box(header, 0, header.length, size - at);
            if (TOLD.contains(box.type())) {
                found.blank(at, box);
            } else if (box.type().equals("moov")) {
                byte[] whole = whole(parts, at, box);
                found.look(whole, box.header(), whole.length, at, 1);
            }
            at += box.size();
        }
        return found.patches;
    }

    private void blank(long at, Box box) {
        patches.add(new Patch(at + 4, FREE, 0));
        patches.add(new Patch(at + box.header(), new byte[0], box.size() - box.header()));
    }

    private static byte[] whole(Parts parts, long at, Box box) {
        if (box.size() > LARGEST_INDEX) {
            throw unreadable();
        }
        return parts.read(at, (int) box.size());
    }

    private record Box(String type, int header, long size) {}

    /** @param most as many bytes as it may take */
    private Box box(byte[] bytes, int from, int to, long most) {
        if (to - from < HEADER || ++boxes > MOST_BOXES) {
            throw unreadable();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long size = Integer.toUnsignedLong(buffer.getInt(from));
        int header = HEADER;
        if (size == 1) {
            if (to - from < LARGE_HEADER) {
                throw unreadable();
            }
            size = buffer.getLong(from + HEADER);
            header = LARGE_HEADER;
        } else if (size == 0) {
            size = most;
        }
        if (size < header || size > most) {
            throw unreadable();
        }
        return new Box(new String(bytes, from + 4, 4, StandardCharsets.ISO_8859_1), header, size);
    }

    /** @param start where the bytes begin in the file */
    private void look(byte[] bytes, int from, int to, long start, int depth) {
        if (depth > DEEPEST) {
            throw unreadable();
        }
        // QuickTime ends some lists of boxes by four zeros.
        for (int at = from; to - at >= HEADER; ) {
            Box box = box(bytes, at, to, to - at);
            int end = at + (int) box.size();
            if (TOLD.contains(box.type())) {
                blank(start + at, box);
            } else if (HOLDING_MORE.contains(box.type())) {
                look(bytes, at + box.header(), end, start, depth + 1);
            }
            at = end;
        }
    }

    private static Refused unreadable() {
        return new Refused(Reason.FILE_TYPE_INVALID);
    }
}
