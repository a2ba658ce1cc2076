package chat.parley.infrastructure;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * S3Proxy over a folder. It has a JVM of its own because its libraries would change what the services around it do: its XML
 * mapper alone would make Spring answer in XML.
 */
record ObjectStore(ComponentFolder folder) implements EmbeddedComponent {
    private static final String ACCESS_KEY = "parley";
    private static final byte[] REQUEST =
            "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RESPONSE = "HTTP/1.1 ".getBytes(StandardCharsets.US_ASCII);

    @Override
    public Address.ObjectStore address() {
        URI endpoint = URI.create("http://127.0.0.1:" + folder.port("client"));
        return new Address.ObjectStore(endpoint, ACCESS_KEY, folder.secret("secret-key"));
    }

    @Override
    public RunningComponent start() throws IOException, InterruptedException, ComponentFailed {
        Path configuration = PrivateFile.write(folder.resolve("s3proxy.properties"), configuration());
        ChildProcess process = ChildProcess.start(folder, command(configuration));
        int port = folder.port("client");
        process.awaitReady(() -> Loopback.answers(port, REQUEST, RESPONSE));
        return new ChildComponent(process, "TERM");
    }

    private String configuration() throws IOException {
        Address.ObjectStore address = address();
        Properties properties = new Properties();
        properties.setProperty("s3proxy.endpoint", address.endpoint().toString());
        properties.setProperty("s3proxy.authorization", "aws-v2-or-v4");
        properties.setProperty("s3proxy.identity", address.accessKey());
        properties.setProperty("s3proxy.credential", address.secretKey());
        properties.setProperty("s3proxy.cors-allow-all", "true");
        properties.setProperty("jclouds.provider", "filesystem-nio2");
        properties.setProperty("jclouds.identity", address.accessKey());
        properties.setProperty("jclouds.credential", address.secretKey());
        properties.setProperty(
                "jclouds.filesystem.basedir", folder.directory("data").toString());
        StringWriter text = new StringWriter();
        properties.store(text, null);
        return text.toString();
    }

    private List<String> command(Path configuration) throws IOException {
        String classPath = ChildJava.classPath(
                folder.directory("launcher"),
                List.of("chat/parley/child/ChildMain.class"),
                "chat/parley/infrastructure/object-store-class-path");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.logFile=System.out",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-cp",
                classPath,
                "chat.parley.child.ChildMain",
                "org.gaul.s3proxy.Main",
                "--properties",
                configuration.toString());
    }
}
