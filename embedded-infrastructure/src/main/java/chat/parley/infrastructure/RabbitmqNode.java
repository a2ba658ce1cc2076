package chat.parley.infrastructure;

/** A node and the port mapper it is registered with. */
record RabbitmqNode(Address address, ChildProcess node, ChildProcess portMapper) implements RunningPart {
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
