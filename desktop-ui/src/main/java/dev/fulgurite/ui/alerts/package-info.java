/// The queue of alerts: [dev.fulgurite.ui.alerts.AlertsView] shows what
/// [dev.fulgurite.ui.alerts.AlertsViewModel] holds.
@NullMarked
package dev.fulgurite.ui.alerts;

import org.jspecify.annotations.NullMarked;
