package dev.fulgurite.investigation.picture;

/// Places in the order of cause, cloud first. Identity and origin share a column: both lead into
/// the operation, neither into the other. Onward hosts may need several columns, which follow the
/// last.
public enum Column {
    ALERT("Alert", false),
    IDENTITY("Identity, origin", false),
    OPERATION("Operation", false),
    MACHINE("Virtual machine", false),
    HOST("Host", true),
    SCRIPT("Script, account", true),
    SESSION("Session", true),
    COMMAND("Commands", true),
    ONWARD("Onward", true);

    private final String heading;
    private final boolean onHost;

    Column(String heading, boolean onHost) {
        this.heading = heading;
        this.onHost = onHost;
    }

    /// The column of a rank: ranks beyond the last are further onward.
    static Column at(int rank) {
        return values()[Math.min(rank, ONWARD.ordinal())];
    }

    public String heading() {
        return heading;
    }

    /// Whether what stands here happened on a host, not in the cloud.
    public boolean onHost() {
        return onHost;
    }
}
