package chat.parley.command.upload;

import chat.parley.command.upload.VideoMetadata.Patch;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/** A file with some of its bytes replaced. */
final class PatchedStream extends FilterInputStream {

    private final List<Patch> patches;
    private long at;
    private int next;

    /** @param patches in the order of the file */
    PatchedStream(InputStream file, List<Patch> patches) {
        super(file);
        this.patches = patches;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        long end = at + Math.max(count, 0);
        for (int i = next; i < patches.size() && patches.get(i).at() < end; i++) {
            apply(patches.get(i), into, offset, end);
        }
        at = end;
        while (next < patches.size() && patches.get(next).end() <= at) {
            next++;
        }
        return count;
    }

    private void apply(Patch patch, byte[] into, int offset, long end) {
        long from = Math.max(at, patch.at());
        long zeros = patch.at() + patch.bytes().length;
        long to = Math.min(end, zeros);
        if (from < to) {
            System.arraycopy(
                    patch.bytes(), (int) (from - patch.at()), into, offset + (int) (from - at), (int) (to - from));
        }
        long blankFrom = Math.max(from, zeros);
        long blankTo = Math.min(end, patch.end());
        if (blankFrom < blankTo) {
            Arrays.fill(into, offset + (int) (blankFrom - at), offset + (int) (blankTo - at), (byte) 0);
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
