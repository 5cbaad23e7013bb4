package dev.fulgurite.detections.ranges;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.BiPredicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the service-tag file that Microsoft publishes each week, or any list of the same shape:
/// `{"values": [{"name": tag, "properties": {"addressPrefixes": [range, …]}}, …]}`.
final class ServiceTags {

    /// The published files have about 5 MB.
    static final long LARGEST = 64L << 20;

    private ServiceTags() {}

    /// Hands over tag and range, one by one.
    ///
    /// @param range says whether the text is a range
    static void read(String file, BiPredicate<String, String> range) {
        JsonNode values = tree(file).path("values");
        if (!values.isArray()) {
            throw AddressRanges.refused(file, "it has no list 'values'");
        }
        int number = 0;
        for (JsonNode value : values) {
            number++;
            String tag = value.path("name").asString("");
            JsonNode prefixes = value.path("properties").path("addressPrefixes");
            if (tag.isEmpty() || !prefixes.isArray()) {
                throw AddressRanges.refused(
                        file,
                        "number " + number + " of its values lacks 'name' or 'addressPrefixes'");
            }
            for (JsonNode prefix : prefixes) {
                String text = prefix.asString("");
                if (!range.test(tag, text)) {
                    throw AddressRanges.refused(
                            file, "'" + text + "' under " + tag + " is no range of addresses");
                }
            }
        }
    }

    private static JsonNode tree(String file) {
        try {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path)) {
                throw AddressRanges.refused(file, "there is no such file");
            }
            if (Files.size(path) > LARGEST) {
                throw AddressRanges.refused(file, "it is larger than " + (LARGEST >> 20) + " MB");
            }
            return JsonMapper.shared().readTree(Files.readAllBytes(path));
        } catch (JacksonException e) {
            throw AddressRanges.refused(file, "it is not JSON: " + e.getOriginalMessage());
        } catch (IOException | InvalidPathException e) {
            throw AddressRanges.refused(file, String.valueOf(e.getMessage()));
        }
    }
}
