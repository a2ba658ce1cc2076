package chat.parley.child;

import java.net.InetAddress;
import java.security.cert.Certificate;
import org.apache.cassandra.auth.IInternodeAuthenticator;

/** For a cluster of one node: whoever connects as another node could read and write without being asked for a password, and is refused. */
public final class NoOtherNodes implements IInternodeAuthenticator {

    @Override
    public boolean authenticate(
            InetAddress address, int port, Certificate[] certificates, InternodeConnectionDirection direction) {
        return false;
    }

    @Override
    public void validateConfiguration() {
        // There is nothing to configure.
    }
}
