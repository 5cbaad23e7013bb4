package dev.fulgurite.ingest.format;

import java.util.Collection;
import java.util.List;

/// A record's columns by name, the same to look at whether they come from CSV, JSON or a Windows
/// event log.
public sealed interface Columns permits CsvRow, EvtxColumns, FoundColumns, JsonColumns {

    /// Whether the record has such a column, be it empty.
    boolean has(String name);

    /// A column as text: a JSON string without its quotes, a JSON object or list as compact JSON,
    /// `""` for null and for a column that is not there.
    String text(String name);

    /// A column that holds a JSON object, as an object or as text; without columns when it holds
    /// anything else.
    Columns object(String name);

    /// The texts of a column that holds a JSON list; of any other column, its one text, or none.
    default List<String> texts(String name) {
        String text = text(name);
        return text.startsWith("[") ? Json.texts(text) : text.isEmpty() ? List.of() : List.of(text);
    }

    /// The objects in a column that holds a JSON list, as a list or as text; none when it holds
    /// anything else.
    List<Columns> objects(String name);

    /// Names of the columns, in the order written.
    Collection<String> names();

    /// The first of these columns that is not empty; `""` when all are.
    default String first(String name, String... others) {
        String text = text(name);
        for (int i = 0; text.isEmpty() && i < others.length; i++) {
            text = text(others[i]);
        }
        return text;
    }

    /// The columns of the JSON object that a text is; none when it is anything else.
    static Columns ofJson(String text) {
        return Json.columns(text);
    }

    /// A text of JSON in its compact form, the same whether an export has it as JSON or as text;
    /// any other text as it is.
    static String compacted(String text) {
        return Json.compact(text);
    }

    default boolean isEmpty() {
        return names().isEmpty();
    }
}
