package dev.fulgurite.generator.export;

import dev.fulgurite.generator.trace.Trace;
import dev.fulgurite.generator.trace.Trace.CloudStep;
import dev.fulgurite.generator.trace.Trace.EngineState;
import dev.fulgurite.generator.trace.Trace.OnHost;
import dev.fulgurite.generator.trace.Trace.PipelineRun;
import dev.fulgurite.generator.trace.Trace.SecurityConnection;
import dev.fulgurite.generator.trace.Trace.SecurityLogon;
import dev.fulgurite.generator.trace.Trace.SecurityProcess;
import dev.fulgurite.generator.trace.Trace.SysmonConnection;
import dev.fulgurite.generator.trace.Trace.SysmonProcess;
import dev.fulgurite.generator.trace.Trace.WindowsEvent;

/// The numbers that logs give their records: each host counts its own, Defender's reports apart
/// from the events of each Windows log.
final class Numbers {

    private static final int FIRST = 4000;
    private static final int LOGS = 5;

    private final long[] last;

    Numbers(int hosts) {
        last = new long[hosts * LOGS];
    }

    /// The number of a trace that is written now; 0 for those of Azure, which have none.
    long next(Trace trace) {
        return switch (trace) {
            case CloudStep _ -> 0;
            case OnHost onHost -> FIRST + ++last[onHost.host().number() * LOGS + log(onHost)];
        };
    }

    private static int log(OnHost trace) {
        return trace instanceof WindowsEvent event
                ? switch (event) {
                    case EngineState _ -> 1;
                    case PipelineRun _ -> 2;
                    case SecurityLogon _, SecurityProcess _, SecurityConnection _ -> 3;
                    case SysmonProcess _, SysmonConnection _ -> 4;
                }
                : 0;
    }
}
