package chat.parley.distribution;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A socket that can coalesce writes: the AMQP client flushes after every command, so a batch of five hundred messages would
 * be five hundred system calls here and as many wake-ups at the broker.
 */
final class CoalescingSocket extends Socket {

    private static final int ENOUGH_BYTES = 64 * 1024;

    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
    private boolean gathering;

    /** For one connection at a time; its methods apply to the socket it created last. */
    static final class Factory extends SocketFactory {

        private volatile @Nullable CoalescingSocket socket;

        @Override
        public Socket createSocket() {
            CoalescingSocket fresh = new CoalescingSocket();
            socket = fresh;
            return fresh;
        }

        /** From now on writes are buffered until {@link #release}, up to a limit. */
        void gather() {
            CoalescingSocket current = socket;
            if (current != null) {
                current.gather();
            }
        }

        /** Sends the buffered writes; from now on everything is sent at once. */
        void release() throws IOException {
            CoalescingSocket current = socket;
            if (current != null) {
                current.release();
            }
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException("the client connects it");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException("the client connects it");
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException("the client connects it");
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException("the client connects it");
        }
    }

    private synchronized void gather() {
        gathering = true;
    }

    private synchronized void release() throws IOException {
        gathering = false;
        send();
    }

    private void send() throws IOException {
        if (gathered.size() > 0) {
            gathered.writeTo(super.getOutputStream());
            gathered.reset();
        }
    }

    private synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (gathering) {
            gathered.write(bytes, offset, length);
            if (gathered.size() >= ENOUGH_BYTES) {
                send();
            }
        } else {
            super.getOutputStream().write(bytes, offset, length);
        }
    }

    @Override
    public OutputStream getOutputStream() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                CoalescingSocket.this.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                CoalescingSocket.this.close();
            }
        };
    }
}
