package dev.fulgurite.generator;

import dev.fulgurite.generator.estate.Account;
import dev.fulgurite.generator.estate.Caller;
import dev.fulgurite.generator.estate.Host;
import dev.fulgurite.generator.export.Export.Written;
import java.util.List;

/// A planted attack: the truth about it, and where its records are.
///
/// @param address from which the caller came
/// @param from the VM that the script ran on
/// @param account under which the attacker went on
/// @param onward the host that they went on to
/// @param records filled in as they are written
record Chain(
        int number,
        long start,
        Caller caller,
        String address,
        String correlationId,
        Host from,
        String script,
        List<String> commands,
        Account account,
        Host onward,
        List<String> onwardCommands,
        List<Written> records) {}
