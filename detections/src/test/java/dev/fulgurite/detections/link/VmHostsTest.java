package dev.fulgurite.detections.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.model.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which hosts a VM may be.
class VmHostsTest {

    private static final String SUB = "/subscriptions/s1/resourcegroups/rg1/providers/";
    private static final String VM = SUB + "microsoft.compute/virtualmachines/rig";
    private static final String OTHER =
            "/subscriptions/s2/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/rig";

    @Test
    void the_inventory_tells_the_host_whatever_its_name() {
        assertThat(
                        ties(
                                row("vm", VM, "rig"),
                                row("inventory", VM, "device:d1"),
                                row("host", "device:d1", "other.contoso.com"),
                                row("host", "host:rig", "rig")))
                .containsExactly("rig -> device:d1 1.0 false");
    }

    @Test
    void a_vm_id_that_a_write_recorded_is_found_in_the_inventory() {
        assertThat(
                        ties(
                                row("vm", VM, "rig"),
                                row("vm id", VM, "7e57"),
                                row("inventory", "7e57", "device:d1"),
                                row("host", "device:d1", "other")))
                .containsExactly("rig -> device:d1 1.0 false");
    }

    @Test
    void a_host_that_the_inventory_says_is_one_vm_is_no_other() {
        assertThat(
                        ties(
                                row("vm", VM, "rig"),
                                row("vm", OTHER, "rig"),
                                row("inventory", VM, "device:d1"),
                                row("host", "device:d1", "rig.contoso.com")))
                .containsExactly("rig -> device:d1 1.0 false");
    }

    @Test
    void without_inventory_two_vms_of_one_name_share_the_host_in_doubt() {
        assertThat(
                        ties(
                                row("vm", VM, "rig"),
                                row("vm", OTHER, "rig"),
                                row("host", "device:d1", "rig.contoso.com")))
                .containsExactly("rig -> device:d1 0.5 true", "rig -> device:d1 0.5 true");
    }

    @Test
    void a_recorded_computer_name_comes_before_the_name_of_the_vm() {
        assertThat(
                        ties(
                                row("vm", VM, "rig"),
                                row("computer", VM, "srv9"),
                                row("host", "device:d9", "srv9.contoso.com"),
                                row("host", "device:d1", "rig.contoso.com")))
                .containsExactly("rig -> device:d9 1.0 false");
    }

    @Test
    void a_recorded_computer_name_that_no_host_bears_gives_way_to_the_name_of_the_vm() {
        List<Row> ties =
                new VmHosts()
                        .holding(
                                List.of(
                                        row("vm", VM, "rig"),
                                        row("computer", VM, "srv9"),
                                        row("host", "device:d1", "rig.contoso.com")));

        assertThat(ties).hasSize(1);
        assertThat((Double) ties.getFirst().get("confidence")).isBetween(0.5, 0.7);
        assertThat(ties.getFirst().text("reason"))
                .endsWith("though no host bears the recorded computer name srv9");
    }

    @Test
    void windows_cuts_a_name_to_fifteen_characters() {
        String vm = SUB + "microsoft.compute/virtualmachines/a-rather-long-name";

        assertThat(
                        ties(
                                row("vm", vm, "a-rather-long-name"),
                                row("host", "device:d1", "a-rather-long-n")))
                .containsExactly("a-rather-long-name -> device:d1 0.8 false");
    }

    @Test
    void an_instance_of_a_scale_set_is_named_by_the_set_and_its_number() {
        String instance =
                SUB + "microsoft.compute/virtualmachinescalesets/frontend-web/virtualmachines/40";

        assertThat(
                        ties(
                                row("vm", instance, "40"),
                                row("host", "device:d0", "40"),
                                row("host", "device:d1", "frontend-000014.contoso.com")))
                .containsExactly("40 -> device:d1 0.7 false");
    }

    private static List<String> ties(Row... read) {
        return new VmHosts()
                .holding(List.of(read)).stream()
                        .map(row ->
                                row.text("from").substring(row.text("from").lastIndexOf('/') + 1)
                                        + " -> "
                                        + row.text("to")
                                        + " "
                                        + row.get("confidence")
                                        + " "
                                        + row.get("ambiguous"))
                        .toList();
    }

    private static Row row(String kind, String key, String name) {
        return new Row(
                Map.of("kind", kind, "key", key, "names", List.of(name), "evidence", List.of()));
    }
}
