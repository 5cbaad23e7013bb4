package dev.fulgurite.samples;

import java.util.Locale;

/// A computer of Contoso, and the virtual machine it runs in when it runs in Azure.
///
/// @param vmName as Azure writes it, `""` for a computer of Contoso's own
/// @param computer the name inside Windows, lower case
record Machine(String vmName, String computer, String resourceGroup, String address) {

    static Machine inAzure(String vmName, String resourceGroup, String address) {
        return new Machine(vmName, vmName.toLowerCase(Locale.ROOT), resourceGroup, address);
    }

    static Machine onPremises(String computer, String address) {
        return new Machine("", computer, "", address);
    }

    String deviceName() {
        return computer + "." + Estate.DOMAIN;
    }

    String deviceId() {
        return Dice.hex("device " + computer, 40);
    }

    String resourceId() {
        return Estate.resource(resourceGroup, "Microsoft.Compute/virtualMachines", vmName);
    }
}
