package chat.parley.access;

import java.util.List;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * Whose {@code X-Forwarded-*} headers are believed; nobody's unless configured. They tell who asked, and whether by TLS.
 *
 * @param trustedProxies networks, such as {@code 10.1.2.3/32}
 */
@ConfigurationProperties("parley")
record TrustedProxies(@DefaultValue List<String> trustedProxies)
        implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    TrustedProxies {
        trustedProxies.forEach(TrustedProxies::requireNetwork);
        trustedProxies = List.copyOf(trustedProxies);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (trustedProxies.isEmpty()) {
            return;
        }
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(String.join(",", trustedProxies));
        valve.setProtocolHeader("X-Forwarded-Proto");
        valve.setHostHeader("X-Forwarded-Host");
        valve.setPortHeader("X-Forwarded-Port");
        factory.addEngineValves(valve);
    }

    private static void requireNetwork(String network) {
        if (!network.matches("[0-9a-fA-F.:]+/[0-9]{1,3}")) {
            throw new IllegalArgumentException(
                    "parley.trusted-proxies are networks such as 10.1.2.3/32, not " + network);
        }
    }
}
