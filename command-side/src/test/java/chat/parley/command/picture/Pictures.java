package chat.parley.command.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Pictures for tests: red on the left, blue on the right. */
public final class Pictures {

    private Pictures() {}

    public static byte[] png(int width, int height) {
        return encoded("png", width, height);
    }

    public static byte[] jpeg(int width, int height) {
        return encoded("jpg", width, height);
    }

    private static byte[] encoded(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(width / 2, 0, width, height);
        canvas.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    /** As a camera writes it that was held upright: to be turned to the right, with a place it was taken at. */
    public static byte[] turnedJpeg(int width, int height) {
        byte[] plain = jpeg(width, height);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] exif = exif();
        all.write(plain, 0, 2);
        all.write(0xff);
        all.write(0xe1);
        all.write((exif.length + 2) >> 8);
        all.write((exif.length + 2) & 0xff);
        all.writeBytes(exif);
        all.write(plain, 2, plain.length - 2);
        return all.toByteArray();
    }

    private static byte[] exif() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 2});
        // Orientation 6, and where GPS would be.
        bytes.writeBytes(new byte[] {1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0});
        bytes.writeBytes(new byte[] {1, 0x31, 0, 2, 0, 0, 0, 10, 0, 0, 0, 38});
        bytes.writeBytes(new byte[] {0, 0, 0, 0});
        bytes.writeBytes("GPSSECRET\0".getBytes(StandardCharsets.ISO_8859_1));
        return bytes.toByteArray();
    }

    /** A small file that says it is very large. */
    public static byte[] hugePng(int width, int height) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            DataOutputStream fields = new DataOutputStream(header);
            fields.writeInt(width);
            fields.writeInt(height);
            fields.write(new byte[] {8, 0, 0, 0, 0});
            chunk(out, "IHDR", header.toByteArray());
            Deflater deflater = new Deflater();
            deflater.setInput(new byte[1 << 16]);
            deflater.finish();
            byte[] data = new byte[1 << 12];
            int length = deflater.deflate(data);
            deflater.end();
            chunk(out, "IDAT", Arrays.copyOf(data, length));
            chunk(out, "IEND", new byte[0]);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) sum.getValue());
    }
}
