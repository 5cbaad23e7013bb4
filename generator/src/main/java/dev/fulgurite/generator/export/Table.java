package dev.fulgurite.generator.export;

import dev.fulgurite.generator.trace.Trace;
import dev.fulgurite.generator.trace.Trace.CloudStep;
import dev.fulgurite.generator.trace.Trace.CommandRun;
import dev.fulgurite.generator.trace.Trace.Connection;
import dev.fulgurite.generator.trace.Trace.FileChange;
import dev.fulgurite.generator.trace.Trace.Logon;
import dev.fulgurite.generator.trace.Trace.ProcessStart;
import dev.fulgurite.generator.trace.Trace.WindowsEvent;

/// The tables of an export, and the folder each is written to.
enum Table {
    AZURE_ACTIVITY("azure", "AzureActivity"),
    DEVICE_EVENTS("defender", "DeviceEvents"),
    DEVICE_FILE_EVENTS("defender", "DeviceFileEvents"),
    DEVICE_LOGON_EVENTS("defender", "DeviceLogonEvents"),
    DEVICE_PROCESS_EVENTS("defender", "DeviceProcessEvents"),
    DEVICE_NETWORK_EVENTS("defender", "DeviceNetworkEvents"),
    WINDOWS_EVENTS("windows", "WindowsEvents");

    private final String folder;
    private final String written;

    Table(String folder, String written) {
        this.folder = folder;
        this.written = written;
    }

    String folder() {
        return folder;
    }

    /// The name in files.
    String written() {
        return written;
    }

    static Table of(Trace trace) {
        return switch (trace) {
            case CloudStep _ -> AZURE_ACTIVITY;
            case CommandRun _ -> DEVICE_EVENTS;
            case FileChange _ -> DEVICE_FILE_EVENTS;
            case Logon _ -> DEVICE_LOGON_EVENTS;
            case ProcessStart _ -> DEVICE_PROCESS_EVENTS;
            case Connection _ -> DEVICE_NETWORK_EVENTS;
            case WindowsEvent _ -> WINDOWS_EVENTS;
        };
    }
}
