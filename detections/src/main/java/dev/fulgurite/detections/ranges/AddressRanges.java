package dev.fulgurite.detections.ranges;

import dev.fulgurite.detections.RefusedRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Ranges of addresses by name.
///
/// ```java
/// AddressRanges ranges = AddressRanges.of("ServiceTags_Public.json");
/// for (AddressRange range : ranges.containing("20.51.3.4")) …   // the smallest first
/// ```
public final class AddressRanges {

    /// The name of ranges that were given without one.
    public static final String NAMELESS = "given";

    /// Why a rule without any sees nothing, and where they come from.
    public static final String UNSET =
            "parameter ranges not set: give a file of service tags with --set ranges=FILE; Microsoft"
                    + " publishes one each week as 'Azure IP Ranges and Service Tags'"
                    + " (ServiceTags_Public_DATE.json)";

    private final Map<Prefix, Set<AddressRange>> ranges = new HashMap<>();

    private AddressRanges() {}

    /// What a setting names: files of service tags and single ranges such as `20.51.0.0/21`, with
    /// commas between. Refuses a file that is none, with the reason.
    public static AddressRanges of(String setting) {
        AddressRanges all = new AddressRanges();
        for (String part : setting.split(",", -1)) {
            String source = part.strip();
            if (!source.isEmpty() && !all.add(NAMELESS, source)) {
                ServiceTags.read(source, all::add);
            }
        }
        return all;
    }

    /// Whether the text is a range; it is kept then.
    private boolean add(String tag, String text) {
        return Prefix.parse(text)
                .map(prefix ->
                        ranges.computeIfAbsent(prefix, _ -> new LinkedHashSet<>())
                                .add(new AddressRange(tag, text, prefix.length())))
                .isPresent();
    }

    /// All ranges that hold an address, the smallest first, equal ones in the order of the files;
    /// none for what is no address.
    public List<AddressRange> containing(String address) {
        List<AddressRange> found = new ArrayList<>();
        Prefix.address(address)
                .ifPresent(whole -> {
                    for (int bits = whole.length(); bits >= 0; bits--) {
                        found.addAll(ranges.getOrDefault(whole.cutTo(bits), Set.of()));
                    }
                });
        return found;
    }

    /// All ranges, in no order.
    public List<AddressRange> all() {
        return ranges.values().stream().flatMap(Set::stream).toList();
    }

    /// How a file or range that cannot be used is refused.
    static RefusedRequest refused(String file, String reason) {
        return new RefusedRequest("the ranges in " + file + " cannot be used: " + reason);
    }
}
