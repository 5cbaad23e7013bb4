package dev.fulgurite.generator.trace;

/// The two ends of a network connection, from whoever opened it to whoever was called.
public record Endpoints(
        String sourceAddress, int sourcePort, String destinationAddress, int destinationPort) {}
