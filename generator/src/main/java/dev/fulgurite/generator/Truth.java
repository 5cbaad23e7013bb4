package dev.fulgurite.generator;

import dev.fulgurite.generator.estate.Host;
import dev.fulgurite.generator.export.Export.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What was planted, for whoever checks what was found.
final class Truth {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Truth() {}

    static void write(Path file, Order order, List<Chain> chains) throws IOException {
        Map<String, Object> truth = new LinkedHashMap<>();
        truth.put("events", order.events());
        truth.put("seed", order.seed());
        truth.put("shape", order.shape().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        truth.put("chains", chains.stream().map(Truth::chain).toList());
        Files.writeString(file, JSON.writeValueAsString(truth).replace("\r\n", "\n") + "\n");
    }

    private static Map<String, Object> chain(Chain chain) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("start", Timeline.instant(chain.start()).toString());
        told.put("caller", chain.caller().shown());
        told.put("callerObjectId", chain.caller().objectId());
        told.put("callerIpAddress", chain.address());
        told.put("correlationId", chain.correlationId());
        told.put("resourceId", chain.from().vmKey());
        told.put("virtualMachine", chain.from().vmName());
        told.put("device", device(chain.from()));
        told.put("script", chain.script());
        told.put("commands", chain.commands());
        told.put("account", chain.account().qualified());
        told.put("accountSid", chain.account().sid());
        told.put("onward", device(chain.onward()));
        told.put("onwardCommands", chain.onwardCommands());
        told.put("records", chain.records().stream().map(Truth::record).toList());
        return told;
    }

    private static Map<String, Object> device(Host host) {
        Map<String, Object> device = new LinkedHashMap<>();
        device.put("deviceId", host.deviceId());
        device.put("deviceName", host.deviceName());
        device.put("windowsEvents", host.collected());
        return device;
    }

    private static Map<String, Object> record(Written written) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("table", written.table());
        record.put("file", written.file());
        record.put("record", written.record());
        record.put("id", written.id());
        return record;
    }
}
