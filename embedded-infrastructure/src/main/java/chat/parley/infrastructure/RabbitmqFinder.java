package chat.parley.infrastructure;

import java.io.IOException;
import java.util.Optional;

/** The installed RabbitMQ, else a downloaded one, else a sentence on how to install it. */
record RabbitmqFinder(ComponentFolder folder, Progress progress) implements Rabbitmq.Finder {

    @Override
    public RabbitmqPrograms find() throws IOException, InterruptedException, ComponentFailed {
        Optional<RabbitmqPrograms> installed = RabbitmqPrograms.installed();
        if (installed.isPresent()) {
            return installed.get();
        }
        if (!DebianPackages.areHad()) {
            throw folder.failed("RabbitMQ is not installed here. " + howToInstall());
        }
        try {
            return new RabbitmqDownload(Cache.ofUser(), folder.logFile(), this::announceDownload).programs();
        } catch (IOException e) {
            throw folder.failedByLog("RabbitMQ is not installed here, and fetching its packages failed ("
                    + e.getMessage() + "). " + howToInstall());
        }
    }

    private void announceDownload() {
        progress.detail(Component.RABBITMQ, "fetching its Debian packages, 33 MB, once");
    }

    private static String howToInstall() {
        String command = Platform.current().mac()
                ? "brew install rabbitmq"
                : DebianPackages.areHad() ? "sudo apt-get install rabbitmq-server" : "sudo dnf install rabbitmq-server";
        return "Install it with `" + command + "`, or give the address of one in " + Component.RABBITMQ.variable();
    }
}
