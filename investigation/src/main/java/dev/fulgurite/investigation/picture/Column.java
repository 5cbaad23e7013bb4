package dev.fulgurite.investigation.picture;

import java.util.Arrays;

/// Places in the order of cause, cloud first. Identity and origin share a column: both lead into
/// the operation, neither into the other. Onward hosts may need several columns, which follow the
/// last.
public enum Column {
    ALERT(0, "Alert", "Alert", false),
    IDENTITY(1, "Identity, origin", "Identity", false),
    OPERATION(2, "Operation", "Operation", false),
    MACHINE(3, "Virtual machine", "VM", false),
    HOST(4, "Host", "Host", true),
    SCRIPT(5, "Script, account", "Script", true),
    SESSION(6, "Session", "Session", true),
    COMMAND(7, "Commands", "Commands", true),
    ONWARD(8, "Onward", "Onward", true);

    private final int rank;
    private final String heading;
    private final String brief;
    private final boolean onHost;

    Column(int rank, String heading, String brief, boolean onHost) {
        this.rank = rank;
        this.heading = heading;
        this.brief = brief;
        this.onHost = onHost;
    }

    /// The column of a rank: ranks beyond the last are further onward.
    static Column at(int rank) {
        return Arrays.stream(values())
                .filter(column -> column.rank == rank)
                .findFirst()
                .orElse(ONWARD);
    }

    /// Its place from the left, from 0.
    public int rank() {
        return rank;
    }

    public String heading() {
        return heading;
    }

    /// The heading where there is less room.
    public String brief() {
        return brief;
    }

    /// Whether what stands here happened on a host, not in the cloud.
    public boolean onHost() {
        return onHost;
    }
}
