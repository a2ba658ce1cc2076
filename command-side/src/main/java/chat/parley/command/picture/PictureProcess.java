package chat.parley.command.picture;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Decodes pictures that strangers made, one after the other, until its input ends: what they do to it they do to nothing else.
 * A picture comes as its length, its bytes and the sizes to make; the answer is one of the codes here, and what was made.
 */
public final class PictureProcess {

    static final int LISTENING = 0;
    static final int MADE = 1;
    static final int TOO_LARGE = 2;
    static final int UNREADABLE = 3;

    private PictureProcess() {}

    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(System.in);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // Whatever a library prints is no answer.
        System.setOut(System.err);
        ImageIO.setUseCache(false);
        out.writeByte(LISTENING);
        out.flush();
        try {
            while (true) {
                answer(in.readNBytes(in.readInt()), sizes(in), out);
                out.flush();
            }
        } catch (EOFException end) {
            // Nobody asks any more.
        }
    }

    private static List<PictureSize> sizes(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<PictureSize> sizes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sizes.add(new PictureSize(in.readInt(), in.readBoolean()));
        }
        return sizes;
    }

    private static void answer(byte[] picture, List<PictureSize> sizes, DataOutputStream out) throws IOException {
        DecodedPicture decoded;
        try {
            decoded = PictureReader.read(picture, sizes);
        } catch (PictureReader.PictureTooLarge e) {
            out.writeByte(TOO_LARGE);
            return;
        } catch (IOException | RuntimeException e) {
            out.writeByte(UNREADABLE);
            return;
        }
        out.writeByte(MADE);
        out.writeInt(decoded.width());
        out.writeInt(decoded.height());
        for (byte[] made : decoded.made()) {
            out.writeInt(made.length);
            out.write(made);
        }
    }
}
