package chat.parley.testing;

import chat.parley.infrastructure.Component;
import chat.parley.infrastructure.Progress;
import java.nio.file.Path;
import java.time.Duration;

/** A failure reaches the test as an exception, so there is nothing to tell. */
public final class Silence implements Progress {
    @Override
    public void starting(Component part) {}

    @Override
    public void detail(Component part, String what) {}

    @Override
    public void ready(Component part, Duration took) {}

    @Override
    public void given(Component part, String address) {}

    @Override
    public void failed(Component part, String reason, Path logFile) {}

    @Override
    public void ended(Component part, String how, Duration pause) {}

    @Override
    public void returned(Component part, Duration away) {}
}
