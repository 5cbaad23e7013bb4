package dev.fulgurite.generator;

import static dev.fulgurite.generator.Timeline.MILLISECOND;

import dev.fulgurite.generator.RunCommand.Call;
import dev.fulgurite.generator.RunCommand.Execution;
import dev.fulgurite.generator.estate.Caller;
import dev.fulgurite.generator.estate.Chance;
import dev.fulgurite.generator.estate.Estate;
import dev.fulgurite.generator.estate.Host;
import java.util.ArrayList;
import java.util.List;

/// Attacks from a caller in Azure to a second host: with somebody's password, from an address that
/// they never used, a script is run on a VM; it takes a service's password and goes on, as that
/// service, to another host by remote PowerShell.
final class Attack {

    private final Estate estate;
    private final Timeline timeline;
    private final RunCommand runCommand;
    private final Chance chance;
    private final List<Host> machines;

    Attack(Estate estate, Timeline timeline, RunCommand runCommand, Chance chance) {
        this.estate = estate;
        this.timeline = timeline;
        this.runCommand = runCommand;
        this.chance = chance;
        machines = estate.hosts().stream().filter(Host::isInAzure).toList();
    }

    /// Happens, and tells the truth about it but for the records, which are not written yet.
    Chain happen(int number, long at) {
        Chain chain = plan(number, at);
        timeline.belongsTo(chain);
        Execution execution = runCommand.run(call(chain), at);
        new RemoteSession(
                        chain.account(),
                        execution.shell(),
                        chain.from(),
                        chain.onward(),
                        chain.onwardCommands())
                .leaveTraces(execution.onward() + 700 * MILLISECOND, timeline, chance);
        timeline.belongsTo(null);
        return chain;
    }

    private Chain plan(int number, long at) {
        Host from = chance.oneOf(machines);
        List<String> commands = some(Words.DISCOVERY);
        commands.addAll(Words.ONWARD);
        return new Chain(
                number,
                at,
                chance.oneOf(people()),
                "203.0.113." + (1 + number % 250),
                chance.guid(),
                from,
                runCommand.nextScript(from),
                commands,
                chance.oneOf(estate.services()),
                other(from),
                some(Words.COLLECTION),
                new ArrayList<>());
    }

    private Call call(Chain chain) {
        // Azure does not always repeat the address in the closing event.
        boolean other = chance.percent(25);
        return new Call(
                chain.caller(),
                chain.address(),
                other ? "203.0.113." + chance.between(1, 255) : chain.address(),
                chain.correlationId(),
                chain.from(),
                "attack " + chain.number(),
                chain.commands());
    }

    private List<Caller> people() {
        return estate.callers().stream().filter(Caller.Person.class::isInstance).toList();
    }

    private Host other(Host than) {
        Host host = than;
        while (host.equals(than)) {
            host = chance.oneOf(estate.hosts());
        }
        return host;
    }

    /// At least half of them, in their order.
    private List<String> some(List<String> words) {
        List<String> some = new ArrayList<>();
        int over = chance.below(words.size() / 2 + 1);
        for (int i = 0; i < words.size(); i++) {
            int left = words.size() - i;
            if (over > 0 && chance.below(left) < over) {
                over--;
            } else {
                some.add(words.get(i));
            }
        }
        return some;
    }
}
