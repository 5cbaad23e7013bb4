/// The operators of KQL, as far as published queries use them, with the results that KQL gives:
/// [Table][dev.fulgurite.detections.kql.Table] has those that make tables of tables, the other
/// classes the scalar functions. It knows neither graph nor detections.
@NullMarked
package dev.fulgurite.detections.kql;

import org.jspecify.annotations.NullMarked;
