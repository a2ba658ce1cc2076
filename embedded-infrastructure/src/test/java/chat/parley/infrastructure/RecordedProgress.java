package chat.parley.infrastructure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

final class RecordedProgress implements Progress {
    final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void starting(Component part) {
        lines.add(part.title() + " starting");
    }

    @Override
    public void detail(Component part, String what) {
        lines.add(part.title() + " " + what);
    }

    @Override
    public void ready(Component part, Duration took) {
        lines.add(part.title() + " ready after " + took.toMillis() + " ms");
    }

    @Override
    public void given(Component part, String address) {
        lines.add(part.title() + " given at " + address);
    }

    @Override
    public void failed(Component part, String reason, Path logFile) {
        lines.add(part.title() + " failed: " + reason + " " + logFile);
    }

    @Override
    public void ended(Component part, String how, Duration pause) {
        lines.add(part.title() + " ended: " + how + ", again in " + pause.toSeconds() + " s");
    }

    @Override
    public void returned(Component part, Duration away) {
        lines.add(part.title() + " returned after " + away.toMillis() + " ms");
    }
}
