package dev.fulgurite.detections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.model.NodeRef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a rule weighs its rows by is told with what was asked and what there is.
class WhyNotTest {

    private static final String LINE =
            "powershell  -ExecutionPolicy Unrestricted -File script1.ps1";

    /// The worked fixture, and bob's script once more.
    private static Detector detector() {
        return TestGraph.linked(
                F1.estate()
                        .activity(
                                "11:20:00",
                                "START",
                                "c6",
                                "bob@contoso.com",
                                "192.0.2.5",
                                "testrig3")
                        .activity(
                                "11:20:35",
                                "SUCCESS",
                                "c6",
                                "bob@contoso.com",
                                "192.0.2.5",
                                "testrig3")
                        .file("11:20:08", "testrig3.contoso.com", "script1.ps1", 64, "FileCreated")
                        .command("11:20:10", "testrig3.contoso.com", LINE, "script1.ps1")
                        .command("11:20:11", "testrig3.contoso.com", LINE, "Get-Service"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run-command-unique-script | c5 | testrig3 | baselineDays = 30: its script ran 2 times within so many days",
                "run-command-volatile-scripts | c1 | testrig1 | minimumExecutions = 3, percentage = 80: its largest sitting (from 2021-11-22T10:00:00Z) has 1 executions with 1 contents, 100 %",
                "run-command-spike | c2 | testrig2 | timeDelta = 15, commandsExecuted = 5, resourcesImpacted = 1: at most 3 runs of its principal, on 2 machines, began within so many minutes (from 2021-11-22T10:00:00Z)",
                "run-command-azure-ip | c5 | testrig3 | 192.0.2.5 is in none of these of the 1 ranges that were given",
            })
    void the_condition_that_left_an_entity_out_is_told_with_threshold_and_value(
            String rule, String correlation, String vm, String reason) {
        NodeRef operation =
                new NodeRef("Operation", correlation + "|" + Estate.vmId(Estate.SUBSCRIPTION, vm));
        DetectionRequest request = DetectionRequest.linked(TestGraph.NOW);

        WhyNot answer =
                detector()
                        .whyNot(
                                rule,
                                operation,
                                rule.endsWith("azure-ip")
                                        ? request.with("ranges", "20.51.0.0/21")
                                        : request);

        WhyNot.Step last = answer.steps().getLast();
        assertThat(last.passed()).isFalse();
        assertThat(last.detail()).startsWith("none of 1 row: ").contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "activity-connector-check | c1 | testrig1 | its statement finds it",
                "activity-connector-check | c5 | testrig3 | that record is the first of its subscription, on which the row stands",
                "sensitive-operations | c7 | testrig3 | that is one the rule watches for",
                "caller-profile | c5 | testrig3 | the principal of the setting caller, under any of its names, asked for that",
            })
    void a_rule_about_any_operation_says_which_of_its_steps_kept_one_out(
            String rule, String correlation, String vm, String step) {
        String vmId = Estate.vmId(Estate.SUBSCRIPTION, vm);
        Detector detector =
                TestGraph.linked(
                        F1.estate()
                                .activity(
                                        "12:00:00",
                                        "SUCCESS",
                                        "c7",
                                        "bob@contoso.com",
                                        "",
                                        vmId,
                                        "microsoft.compute/virtualmachines/restart/action",
                                        ""));

        WhyNot answer =
                detector.whyNot(
                        rule,
                        new NodeRef("Operation", correlation + "|" + vmId),
                        DetectionRequest.linked(TestGraph.NOW)
                                .with("caller", "mallory@contoso.com"));

        boolean found = step.startsWith("its statement");
        assertThat(answer.steps())
                .filteredOn(each -> each.text().equals(step))
                .singleElement()
                .extracting(WhyNot.Step::passed)
                .isEqualTo(found);
        assertThat(answer.steps().getLast().text().equals(step)).isEqualTo(!found);
    }
}
