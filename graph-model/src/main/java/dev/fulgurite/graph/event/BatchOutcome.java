package dev.fulgurite.graph.event;

/// How many events of a batch were new to the graph, and how many it knew.
public record BatchOutcome(long stored, long duplicate) {}
