package dev.fulgurite.generator.trace;

import dev.fulgurite.generator.estate.Caller;

/// One call on one resource of Azure; its events share the correlation id.
public record Operation(String action, String resourceId, Caller caller, String correlationId) {

    public String subscription() {
        return segment(2);
    }

    public String resourceGroup() {
        return segment(4);
    }

    public String provider() {
        return segment(6);
    }

    public String resource() {
        return resourceId.substring(resourceId.lastIndexOf('/') + 1);
    }

    private String segment(int index) {
        return resourceId.split("/", -1)[index];
    }
}
