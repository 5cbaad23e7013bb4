/// Nodes, relationships and rows as plain records, as they come out of the graph.
@NullMarked
package dev.fulgurite.graph.model;

import org.jspecify.annotations.NullMarked;
