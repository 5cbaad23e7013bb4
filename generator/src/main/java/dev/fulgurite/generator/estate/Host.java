package dev.fulgurite.generator.estate;

import java.util.Locale;

/// A computer, and the virtual machine it runs in when it runs in Azure.
///
/// @param number from 0, its place in the estate
/// @param vmName as Azure writes it, `""` for a computer in the company's own cellar
/// @param computer the name inside Windows, lower case
/// @param resourceGroup with its subscription in `subscription`, both `""` for one not in Azure
/// @param ticksFast how far its clock is ahead, in units of 100 ns
/// @param collected whether its Windows event logs are collected
/// @param shoutsLess whether Defender writes the name of the Run Command agent in lower case on it
public record Host(
        int number,
        String vmName,
        String computer,
        String domain,
        String subscription,
        String resourceGroup,
        String address,
        String deviceId,
        long ticksFast,
        boolean collected,
        boolean shoutsLess) {

    public String deviceName() {
        return computer + "." + domain;
    }

    public boolean isInAzure() {
        return !vmName.isEmpty();
    }

    public String resourceId() {
        return "/subscriptions/"
                + subscription
                + "/resourceGroups/"
                + resourceGroup
                + "/providers/Microsoft.Compute/virtualMachines/"
                + vmName;
    }

    /// The key of the VM in a graph.
    public String vmKey() {
        return resourceId().toLowerCase(Locale.ROOT);
    }
}
