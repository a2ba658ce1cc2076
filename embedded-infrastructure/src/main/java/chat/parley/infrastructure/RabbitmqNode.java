package chat.parley.infrastructure;

/** A node and the port mapper it is registered with. */
record RabbitmqNode(ChildProcess node, ChildProcess portMapper) implements RunningComponent {
    /** The node goes on without its port mapper, so only the node counts. */
    @Override
    public String awaitEnd() throws InterruptedException {
        return node.awaitEnd();
    }

    @Override
    public void stop() {
        node.stop("TERM");
        portMapper.kill();
    }

    @Override
    public void kill() {
        node.kill();
        portMapper.kill();
    }
}
