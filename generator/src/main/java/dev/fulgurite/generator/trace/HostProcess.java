package dev.fulgurite.generator.trace;

import dev.fulgurite.generator.estate.Account;

/// A process on a host.
///
/// @param folder of the program, ends with a backslash
/// @param created in ticks, by the true time
public record HostProcess(
        String image,
        String folder,
        String commandLine,
        int id,
        long created,
        String parent,
        int parentId,
        Account account,
        int logonId) {

    public String path() {
        return folder + image;
    }
}
