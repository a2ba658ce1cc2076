package chat.parley.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** On localhost, with a certificate for some host. It takes one connection and never answers. */
public final class TlsServer implements AutoCloseable {

    private static final String PASSWORD = "password";

    private final Path store;
    private final SSLServerSocket server;
    private final CompletableFuture<Integer> firstByte;

    private TlsServer(Path store) throws IOException, GeneralSecurityException {
        this.store = store;
        this.server = listening(store);
        this.firstByte = CompletableFuture.supplyAsync(this::firstByteReceived);
    }

    /** @param folder for its keys */
    public static TlsServer withCertificateFor(String host, Path folder) throws Exception {
        Path store = folder.resolve(host + ".p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = List.of(
                keytool,
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=server",
                "-ext",
                "san=dns:" + host,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString());
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IOException("keytool ended with code " + exit);
        }
        return new TlsServer(store);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Spring Boot's settings of an SSL bundle that trusts this server's certificate. */
    public Map<String, Object> trustedBy(String bundle) {
        return Map.of(
                "spring.ssl.bundle.jks." + bundle + ".truststore.location",
                store.toUri(),
                "spring.ssl.bundle.jks." + bundle + ".truststore.password",
                PASSWORD);
    }

    /** Of what a client sent, which it does only if it takes this server for the one it looked for. */
    public CompletableFuture<Integer> firstByte() {
        return firstByte;
    }

    private int firstByteReceived() {
        try (var socket = server.accept()) {
            return socket.getInputStream().read();
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static SSLServerSocket listening(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            keys.load(file, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
