package chat.parley.command.upload;

import chat.parley.command.upload.VideoMetadata.Patch;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A file with some of its bytes replaced. */
final class PatchedStream extends FilterInputStream {

    private final List<Patch> patches;
    private long at;

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
        for (Patch patch : patches) {
            long from = Math.max(at, patch.at());
            long to = Math.min(at + Math.max(count, 0), patch.at() + patch.bytes().length);
            if (from < to) {
                System.arraycopy(
                        patch.bytes(), (int) (from - patch.at()), into, offset + (int) (from - at), (int) (to - from));
            }
        }
        at += Math.max(count, 0);
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
