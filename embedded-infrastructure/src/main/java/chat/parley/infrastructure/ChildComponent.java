package chat.parley.infrastructure;

/** A part that is one child process. */
record ChildComponent(ChildProcess process, String stopSignal) implements RunningComponent {
    @Override
    public String awaitEnd() throws InterruptedException {
        return process.awaitEnd();
    }

    @Override
    public void stop() {
        process.stop(stopSignal);
    }

    @Override
    public void kill() {
        process.kill();
    }
}
