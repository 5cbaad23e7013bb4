package dev.fulgurite.detections.kql;

/// One operator of a query that was made with its history.
///
/// @param operator in the words of KQL
/// @param column what the operator looks at; `""` when that is not one column
/// @param before what went in: of a join, one of its sides
public record Step(String operator, String column, Table before, Table after) {}
