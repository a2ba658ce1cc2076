package chat.parley.distribution;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose writes can be gathered: the AMQP client flushes after every command, so that a batch of five hundred messages
 * would be five hundred calls of the system on this side and as many wake-ups on the other.
 */
final class GatheringSocket extends Socket {

    private static final int ENOUGH_BYTES = 64 * 1024;

    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
    private boolean gathering;

    /** For one connection at a time; what is said to it concerns the socket it made last. */
    static final class Factory extends SocketFactory {

        private volatile @Nullable GatheringSocket socket;

        @Override
        public Socket createSocket() {
            GatheringSocket fresh = new GatheringSocket();
            socket = fresh;
            return fresh;
        }

        /** From now on what is written waits for {@link #release}, unless it is a lot. */
        void gather() {
            GatheringSocket current = socket;
            if (current != null) {
                current.gather();
            }
        }

        /** Sends what was gathered; from now on everything is sent at once. */
        void release() throws IOException {
            GatheringSocket current = socket;
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
                GatheringSocket.this.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                GatheringSocket.this.close();
            }
        };
    }
}
