package dev.fulgurite.generator.export;

/// Windows event logs, and what their events say of their origin.
enum Channel {
    CLASSIC("Windows PowerShell", "PowerShell", "", "INFO"),
    OPERATIONAL(
            "Microsoft-Windows-PowerShell/Operational",
            "Microsoft-Windows-PowerShell",
            "{A0C1853B-5C40-4B15-8766-3CF1C58F985A}",
            "INFO"),
    SECURITY(
            "Security",
            "Microsoft-Windows-Security-Auditing",
            "{54849625-5478-4994-A5BA-3E3B0328C30D}",
            "AUDIT_SUCCESS"),
    SECURITY_FAILURE(
            "Security",
            "Microsoft-Windows-Security-Auditing",
            "{54849625-5478-4994-A5BA-3E3B0328C30D}",
            "AUDIT_FAILURE"),
    SYSMON(
            "Microsoft-Windows-Sysmon/Operational",
            "Microsoft-Windows-Sysmon",
            "{5770385F-C22A-43E0-BF4C-06F5698FFBD9}",
            "INFO");

    private final String written;
    private final String provider;
    private final String guid;
    private final String type;

    Channel(String written, String provider, String guid, String type) {
        this.written = written;
        this.provider = provider;
        this.guid = guid;
        this.type = type;
    }

    String written() {
        return written;
    }

    String provider() {
        return provider;
    }

    String guid() {
        return guid;
    }

    String type() {
        return type;
    }
}
