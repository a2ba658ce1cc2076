package chat.parley.testing;

import chat.parley.infrastructure.Part;
import chat.parley.infrastructure.Progress;
import java.nio.file.Path;
import java.time.Duration;

/** A failure reaches the test as an exception, so there is nothing to tell. */
public final class Silence implements Progress {
    @Override
    public void starting(Part part) {}

    @Override
    public void detail(Part part, String what) {}

    @Override
    public void ready(Part part, Duration took) {}

    @Override
    public void given(Part part, String address) {}

    @Override
    public void failed(Part part, String reason, Path logFile) {}

    @Override
    public void ended(Part part, String how, Duration pause) {}

    @Override
    public void returned(Part part, Duration away) {}
}
