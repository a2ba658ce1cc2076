package chat.parley.infrastructure;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Asks each part something only it can answer, as a client with its address would. */
final class Answers {
    private static final int WAIT_MILLISECONDS = 20_000;

    interface AmqpWork<T> {
        T with(Channel channel) throws Exception;
    }

    private Answers() {}

    /** The first column of the first row, or nothing. */
    static String sql(Address.Postgresql address, String statement) throws Exception {
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                var query = connection.createStatement()) {
            if (!query.execute(statement)) {
                return "";
            }
            try (var rows = query.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    static String redis(Address.Redis address, String command) throws IOException {
        URI uri = address.uri();
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(WAIT_MILLISECONDS);
            String lines = "AUTH " + uri.getUserInfo().substring(1) + "\r\n" + command + "\r\nQUIT\r\n";
            socket.getOutputStream().write(lines.getBytes(StandardCharsets.US_ASCII));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return answers.lines().skip(1).findFirst().orElseThrow();
        }
    }

    /**
     * The result as it comes over the wire, enough to look for a text value in it.
     *
     * @throws IOException with what Cassandra said, where it refused something
     */
    static String cql(Address.Cassandra address, String query) throws IOException {
        byte[] version = "CQL_VERSION3.0.0".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer startup = ByteBuffer.allocate(2 + 2 + 11 + 2 + 5);
        startup.putShort((short) 1);
        startup.putShort((short) 11).put(version, 0, 11).putShort((short) 5).put(version, 11, 5);
        byte[] text = query.getBytes(StandardCharsets.UTF_8);
        ByteBuffer consistencyOne = ByteBuffer.allocate(4 + text.length + 2 + 1);
        consistencyOne.putInt(text.length).put(text).putShort((short) 1).put((byte) 0);
        try (Socket socket = new Socket(address.host(), address.port())) {
            socket.setSoTimeout(WAIT_MILLISECONDS);
            cqlRequest(socket, 1, startup.array());
            String userInfo = address.uri().getUserInfo();
            if (userInfo != null) {
                byte[] credentials = ("\0" + userInfo.replace(':', '\0')).getBytes(StandardCharsets.UTF_8);
                ByteBuffer response = ByteBuffer.allocate(4 + credentials.length);
                cqlRequest(
                        socket,
                        15,
                        response.putInt(credentials.length).put(credentials).array());
            }
            return cqlRequest(socket, 7, consistencyOne.array());
        }
    }

    private static String cqlRequest(Socket socket, int operation, byte[] body) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(9 + body.length);
        frame.put(new byte[] {4, 0, 0, 0, (byte) operation}).putInt(body.length).put(body);
        socket.getOutputStream().write(frame.array());
        DataInputStream input = new DataInputStream(socket.getInputStream());
        boolean error = input.readNBytes(5)[4] == 0;
        String answer = new String(input.readNBytes(input.readInt()), StandardCharsets.UTF_8);
        if (error) {
            throw new IOException(answer);
        }
        return answer;
    }

    static <T> T amqp(Address.Rabbitmq address, AmqpWork<T> work) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(address.uri());
        try (var connection = factory.newConnection();
                var channel = connection.createChannel()) {
            return work.with(channel);
        }
    }

    /** Asks by UDP where the question came from, as devices do. */
    static void turn(Address.Turn address) throws IOException {
        byte[] question = HexFormat.of().parseHex("000100002112a442" + "00".repeat(12));
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(WAIT_MILLISECONDS);
            socket.connect(InetAddress.getByName(address.uri().getHost()), address.port());
            socket.send(new DatagramPacket(question, question.length));
            DatagramPacket answer = new DatagramPacket(new byte[512], 512);
            socket.receive(answer);
            if (answer.getData()[0] != 1 || answer.getData()[1] != 1) {
                throw new IOException("not the answer to a STUN binding request");
            }
        }
    }

    /** @param question in JSON, where {@code %s} is where the secret goes */
    static String janus(Address.Janus address, String question) throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        StringBuilder told = new StringBuilder();
        try (HttpClient client = HttpClient.newHttpClient()) {
            WebSocket socket = client.newWebSocketBuilder()
                    .subprotocols("janus-protocol")
                    .buildAsync(URI.create(address.toString()), new WebSocket.Listener() {
                        @Override
                        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
                            told.append(data);
                            if (last) {
                                answer.complete(told.toString());
                            }
                            return WebSocket.Listener.super.onText(from, data, last);
                        }
                    })
                    .get(WAIT_MILLISECONDS, TimeUnit.MILLISECONDS);
            var _ = socket.sendText(question.formatted(",\"apisecret\":\"" + address.secret() + "\""), true);
            String text = answer.get(WAIT_MILLISECONDS, TimeUnit.MILLISECONDS);
            socket.abort();
            return text;
        }
    }
}
