package dev.fulgurite.investigation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How much a graph holds at a moment, to be compared with a later one.
public record Pulse(long alerts, long files) {

    /// What a later pulse has that this one has not, in words; `""` when that is nothing.
    public String news(Pulse later) {
        List<String> news = new ArrayList<>();
        tell(later.alerts - alerts, "alert", news);
        tell(later.files - files, "evidence file", news);
        return String.join(", ", news);
    }

    private static void tell(long more, String what, List<String> news) {
        if (more != 0) {
            news.add(
                    String.format(
                            Locale.ROOT,
                            "%,d %s %s%s",
                            Math.abs(more),
                            more > 0 ? "new" : "removed",
                            what,
                            Math.abs(more) == 1 ? "" : "s"));
        }
    }
}
