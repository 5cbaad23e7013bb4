package dev.fulgurite.generator;

import static dev.fulgurite.generator.Timeline.MILLISECOND;
import static dev.fulgurite.generator.Timeline.SECOND;

import dev.fulgurite.generator.RunCommand.Call;
import dev.fulgurite.generator.estate.Account;
import dev.fulgurite.generator.estate.Caller;
import dev.fulgurite.generator.estate.Chance;
import dev.fulgurite.generator.estate.Estate;
import dev.fulgurite.generator.estate.Estate.Clash;
import dev.fulgurite.generator.estate.Host;
import dev.fulgurite.generator.trace.Endpoints;
import dev.fulgurite.generator.trace.Engine;
import dev.fulgurite.generator.trace.HostProcess;
import dev.fulgurite.generator.trace.Operation;
import dev.fulgurite.generator.trace.Stage;
import dev.fulgurite.generator.trace.Trace.CloudStep;
import dev.fulgurite.generator.trace.Trace.CommandRun;
import dev.fulgurite.generator.trace.Trace.Connection;
import dev.fulgurite.generator.trace.Trace.EngineState;
import dev.fulgurite.generator.trace.Trace.FileChange;
import dev.fulgurite.generator.trace.Trace.Logon;
import dev.fulgurite.generator.trace.Trace.PipelineRun;
import dev.fulgurite.generator.trace.Trace.ProcessStart;
import dev.fulgurite.generator.trace.Trace.SecurityLogon;
import dev.fulgurite.generator.trace.Trace.SecurityProcess;
import dev.fulgurite.generator.trace.Trace.SysmonConnection;
import dev.fulgurite.generator.trace.Trace.SysmonProcess;
import java.util.List;

/// What people and programs do with nothing wrong in it: of its records about half are PowerShell
/// commands, a third are logons.
final class OrdinaryLife {

    private static final int ALL = 10_000;
    private static final int ADMINISTRATORS = 12;

    private final Estate estate;
    private final Timeline timeline;
    private final RunCommand runCommand;
    private final Chance chance;
    private final List<Host> machines;

    OrdinaryLife(Estate estate, Timeline timeline, RunCommand runCommand, Chance chance) {
        this.estate = estate;
        this.timeline = timeline;
        this.runCommand = runCommand;
        this.chance = chance;
        machines = estate.hosts().stream().filter(Host::isInAzure).toList();
    }

    /// One thing that happens.
    void goOn(long at) {
        Host host = chance.oneOf(estate.hosts());
        int what = chance.below(ALL);
        if (what < 6000) {
            logOn(at, host);
        } else if (what < 7000) {
            shell(at, host);
        } else if (what < 8600) {
            writeFile(at, host);
        } else if (what < 9200) {
            startProcess(at, host);
        } else if (what < 9700) {
            connect(at, host);
        } else if (what < 9930) {
            callAzure(at, chance.oneOf(machines));
        } else if (what < 9970) {
            maintain(at, chance.oneOf(machines));
        } else {
            administer(at, host);
        }
    }

    /// Both machines of a name get their agent anew and run a script at once: the same number on
    /// the same name.
    void clash(Clash clash, long at) {
        runCommand.restart(clash.first());
        runCommand.restart(clash.second());
        maintain(at, clash.first());
        maintain(at + 400 * MILLISECOND, clash.second());
    }

    private void logOn(long at, Host host) {
        boolean service = chance.percent(30);
        boolean remote = chance.percent(70);
        Account account = service ? chance.oneOf(estate.services()) : someone();
        Host source = chance.oneOf(estate.hosts());
        String type =
                service
                        ? (remote ? "Network" : "Batch")
                        : (remote ? "RemoteInteractive" : "Interactive");
        boolean success = chance.percent(95);
        int logonId = chance.between(0x1_0000, 0x2ff_ffff);
        String address = remote ? source.address() : "";
        int port = remote ? chance.between(49_152, 65_535) : 0;
        timeline.add(
                new Logon(
                        at,
                        host,
                        success,
                        type,
                        account,
                        logonId,
                        remote ? source.computer() : "",
                        address,
                        port));
        if (host.collected()) {
            int number = remote ? (service ? 3 : 10) : (service ? 4 : 2);
            timeline.add(
                    new SecurityLogon(
                            at + 3 * MILLISECOND,
                            host,
                            success,
                            number,
                            account,
                            logonId,
                            address,
                            port));
        }
    }

    private void shell(long started, Host host) {
        boolean scheduled = chance.percent(50);
        Account account = chance.oneOf(scheduled ? estate.services() : estate.people());
        String line =
                scheduled
                        ? "powershell.exe -NoProfile -File D:\\Jobs\\job"
                                + chance.below(40)
                                + ".ps1"
                        : "\"powershell.exe\" ";
        HostProcess process =
                process(
                        "powershell.exe",
                        Words.POWERSHELL,
                        line,
                        started,
                        scheduled ? "svchost.exe" : "explorer.exe",
                        account);
        begin(host, process);
        Engine engine = new Engine(process, false, line.strip(), chance.guid(), chance.guid());
        if (host.collected()) {
            timeline.add(new EngineState(started + 240 * MILLISECOND, host, engine, true));
        }
        long at = started + SECOND;
        int sequence = 16;
        for (int left = chance.between(4, 22); left > 0; left--) {
            boolean program = chance.percent(12);
            String command = chance.oneOf(program ? Words.PROGRAMS : Words.CMDLETS);
            timeline.add(new CommandRun(at, host, process, command));
            if (host.collected() && !program) {
                timeline.add(
                        new PipelineRun(at + 4 * MILLISECOND, host, engine, command, sequence));
                sequence += 2;
            }
            at += chance.between(120, scheduled ? 900 : 20_000) * MILLISECOND;
        }
        if (host.collected()) {
            timeline.add(new EngineState(at, host, engine, false));
        }
    }

    private void writeFile(long at, Host host) {
        HostProcess by = someProcess(at);
        String ending = chance.oneOf(Words.ENDINGS);
        String name = "f" + chance.below(1_000_000) + "." + ending;
        boolean created = chance.percent(70);
        int size = chance.between(100, 90_000_000);
        String content = name + size;
        timeline.add(
                new FileChange(
                        at, host, by, created, chance.oneOf(Words.FOLDERS), name, content, size));
    }

    private void startProcess(long at, Host host) {
        begin(host, someProcess(at));
    }

    private void connect(long at, Host host) {
        Host to = chance.oneOf(estate.hosts());
        int port = chance.oneOf(List.of(443, 443, 445, 1433, 80, 88, 389));
        boolean outside = chance.percent(40);
        String address = outside ? "192.0.2." + chance.between(1, 255) : to.address();
        Endpoints ends =
                new Endpoints(
                        host.address(),
                        chance.between(49_152, 65_535),
                        address,
                        outside ? 443 : port);
        HostProcess by = someProcess(at);
        timeline.add(new Connection(at, host, by, ends, true));
        if (host.collected()) {
            timeline.add(new SysmonConnection(at + MILLISECOND, host, by, ends, true));
        }
    }

    private void callAzure(long at, Host machine) {
        Caller caller = chance.oneOf(estate.callers());
        int what = chance.below(10);
        if (what == 0) {
            createMachine(at, machine, caller);
        } else if (what == 1) {
            runCommand.refused(caller, machine, at);
        } else {
            String action =
                    chance.oneOf(
                            List.of(
                                    "start/action",
                                    "deallocate/action",
                                    "restart/action",
                                    "write"));
            operate(at, caller, machine, action, "");
        }
    }

    /// Only here does Azure tell the name of the machine inside Windows.
    private void createMachine(long at, Host machine, Caller caller) {
        operate(
                at,
                caller,
                machine,
                "write",
                "{\"name\":\""
                        + machine.vmName()
                        + "\",\"properties\":{\"osProfile\":{\"computerName\":\""
                        + machine.computer()
                        + "\",\"adminUsername\":\"contosoadmin\"}}}");
    }

    private void operate(long at, Caller caller, Host machine, String action, String answer) {
        Operation operation =
                new Operation(
                        "Microsoft.Compute/virtualMachines/" + action,
                        machine.resourceId(),
                        caller,
                        chance.guid());
        long shown = at / MILLISECOND * MILLISECOND;
        step(shown, operation, Stage.START, "", caller.address(), "");
        step(
                shown + 2_480 * MILLISECOND,
                operation,
                Stage.ACCEPT,
                "Accepted",
                caller.address(),
                answer);
        // The closing event of a long operation has no address.
        step(shown + chance.between(20, 90) * SECOND, operation, Stage.SUCCESS, "", "", "");
    }

    private void step(
            long at,
            Operation operation,
            Stage stage,
            String substatus,
            String address,
            String answer) {
        timeline.add(
                new CloudStep(at, operation, stage, substatus, address, answer, chance.guid()));
    }

    private void maintain(long at, Host machine) {
        // A few administrators do it, from where they always work.
        Caller caller = estate.callers().get(chance.below(4));
        int script = chance.below(Words.MAINTENANCE.size());
        runCommand.run(
                new Call(
                        caller,
                        caller.address(),
                        caller.address(),
                        chance.guid(),
                        machine,
                        "maintenance " + script,
                        Words.MAINTENANCE.get(script)),
                at);
    }

    private void administer(long at, Host to) {
        Host from = chance.oneOf(estate.hosts());
        if (from.equals(to)) {
            return;
        }
        Account account = administrator();
        HostProcess client =
                process(
                        "powershell.exe",
                        Words.POWERSHELL,
                        "\"powershell.exe\" ",
                        at - 20 * SECOND,
                        "explorer.exe",
                        account);
        int first = chance.below(Words.CMDLETS.size() - 8);
        new RemoteSession(
                        account,
                        client,
                        from,
                        to,
                        Words.CMDLETS.subList(first, first + chance.between(2, 8)))
                .leaveTraces(at, timeline, chance);
    }

    private Account someone() {
        return chance.percent(15) ? administrator() : chance.oneOf(estate.people());
    }

    /// Few, who log on in person often.
    private Account administrator() {
        return estate.people().get(chance.below(ADMINISTRATORS));
    }

    private void begin(Host host, HostProcess process) {
        timeline.add(new ProcessStart(process.created(), host, process));
        if (host.collected()) {
            timeline.add(new SysmonProcess(process.created() + MILLISECOND, host, process));
            timeline.add(new SecurityProcess(process.created() + MILLISECOND, host, process));
        }
    }

    private HostProcess someProcess(long at) {
        String image = chance.oneOf(Words.IMAGES);
        boolean system = chance.percent(60);
        return process(
                image,
                Words.SYSTEM32,
                image + " -k " + chance.below(500),
                at,
                "services.exe",
                system ? Account.SYSTEM : chance.oneOf(estate.people()));
    }

    private HostProcess process(
            String image,
            String folder,
            String line,
            long created,
            String parent,
            Account account) {
        return new HostProcess(
                image,
                folder,
                line,
                chance.between(200, 16_000) * 4,
                created,
                parent,
                chance.between(200, 4_000) * 4,
                account,
                account.isSystem() ? 0x3e7 : chance.between(0x1_0000, 0x2ff_ffff));
    }
}
