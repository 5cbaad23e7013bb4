/// Tests over the whole product: its shape, its documents, its scripts, and the sample incident
/// from the logs to the alerts.
@NullMarked
package dev.fulgurite.acceptance;

import org.jspecify.annotations.NullMarked;
